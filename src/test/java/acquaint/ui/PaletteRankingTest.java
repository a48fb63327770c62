package acquaint.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acquaint.model.Folded;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaletteRankingTest {

    private final PaletteRanking ranking = new PaletteRanking();

    @Test
    void theGroupWithTheBestAnswerComesFirstAndHasItsNameOnce() {
        List<PaletteRow> rows = ranking.rows(Folded.words("note"), List.of(entry(PaletteGroup.SETTING, "Footnotes"), entry(PaletteGroup.ACTION, "Write a note"), entry(PaletteGroup.ACTION, "Notes of all of them and many more")), List.of());
        assertEquals(List.of("Write a note", "Notes of all of them and many more", "Footnotes"), words(rows));
        assertEquals(List.of(Optional.of(PaletteGroup.ACTION), Optional.empty(), Optional.of(PaletteGroup.SETTING)), rows.stream().map(PaletteRow::heading).toList());
    }

    @Test
    void whatWasUsedLatelyComesBeforeWhatAnswersAsWell() {
        var reply = entry(PaletteGroup.ACTION, "Write a reply");
        var note = entry(PaletteGroup.ACTION, "Write a notes");
        assertEquals(List.of("Write a reply", "Write a notes"), words(ranking.rows(List.of("write"), List.of(reply, note), List.of())));
        ranking.used(note);
        assertEquals(List.of("Write a notes", "Write a reply"), words(ranking.rows(List.of("write"), List.of(reply, note), List.of())));
        assertEquals(List.of("Write a notes"), words(ranking.unasked(List.of(reply, note))));
        assertEquals(List.of(), ranking.unasked(List.of(reply)), "what cannot be done now is not offered");
    }

    @Test
    void aCustomersNameFindsTheCustomerBeforeTheTickets() {
        var ticket = PaletteEntry.of(PaletteGroup.TICKET, "t", "Hello", "T-1 Ana Ruiz", () -> {});
        var customer = PaletteEntry.of(PaletteGroup.CUSTOMER, "c", "Ana Ruiz", "newest ticket T-1, a subject of some length", () -> {});
        assertEquals(List.of("Ana Ruiz", "Hello"), words(ranking.rows(List.of("ana", "ruiz"), List.of(), List.of(ticket, customer))));
    }

    @Test
    void whatWasFoundByItsMessageIsShownTooAndNoGroupFillsThePalette() {
        List<PaletteEntry> found = IntStream.range(0, 40).mapToObj(n -> entry(PaletteGroup.TICKET, "Subject " + n)).toList();
        assertEquals(8, ranking.rows(List.of("refund"), List.of(), found).size());
    }

    private static PaletteEntry entry(PaletteGroup group, String words) {
        return PaletteEntry.of(group, words, words, "", () -> {});
    }

    private static List<String> words(List<PaletteRow> rows) {
        return rows.stream().map(row -> row.entry().words()).toList();
    }
}
