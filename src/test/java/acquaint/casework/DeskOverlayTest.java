package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.ProfileItem;
import acquaint.memory.Utterance;
import acquaint.memory.everos.Overlay;
import acquaint.memory.everos.Overlay.Forgotten;
import acquaint.memory.everos.Overlay.Stage;
import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import acquaint.store.Desk;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskOverlayTest {

    private static final CustomerId ANA = new CustomerId("ana");
    private static final SessionId FIRST = new SessionId("ticket_1");
    private static final SessionId SECOND = new SessionId("ticket_2");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path directory;

    private Desk desk;
    private Overlay overlay;

    @BeforeEach
    void open() {
        desk = Desk.open(directory, Clock.systemUTC());
        overlay = new DeskOverlay(desk, "space");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void reopen() {
        desk.close();
        open();
    }

    private static Utterance said(int n) {
        return new Utterance(new MessageId("m" + n), Utterance.Speaker.CUSTOMER, "Ana", NOON.plusSeconds(n), "Words " + n);
    }

    private static List<MessageId> ids(int... numbers) {
        return IntStream.of(numbers).mapToObj(n -> new MessageId("m" + n)).toList();
    }

    private void begin(SessionId session, int... numbers) {
        overlay.begin(ANA, session, IntStream.of(numbers).mapToObj(DeskOverlayTest::said).toList(),
                IntStream.of(numbers).mapToObj(n -> NOON.plusSeconds(n)).toList(), NOON);
    }

    @Test
    void whatWasBegunIsKnownAndUnsettledAfterARestart() {
        begin(FIRST, 1, 2);
        reopen();

        assertEquals(ids(1, 2), overlay.unsettled(ANA, FIRST).stream().map(handed -> handed.utterance().id()).toList());
        assertEquals(said(1), overlay.known(ANA, FIRST, ids(1, 9)).get(new MessageId("m1")).utterance());
        assertEquals(1, overlay.known(ANA, FIRST, ids(1, 9)).size());
        assertEquals(List.of(), overlay.unsettled(ANA, SECOND));
        assertEquals(Optional.of(NOON.plusSeconds(2)), overlay.lastSentAt(ANA, FIRST));
        assertEquals(NOON, overlay.unsettled(ANA, FIRST).getFirst().begunAt());
    }

    @Test
    void aMessageGoesFromSentToQueuedToBufferedToAnEpisode() {
        begin(FIRST, 1);
        overlay.advance(ANA, FIRST, ids(1), Stage.QUEUED, Optional.of("task"));
        assertEquals(Optional.of("task"), overlay.unsettled(ANA, FIRST).getFirst().task());

        overlay.advance(ANA, FIRST, ids(1), Stage.BUFFERED, Optional.empty());
        assertEquals(List.of(), overlay.unsettled(ANA, FIRST));
        assertEquals(List.of(said(1)), overlay.buffered(ANA, 10).stream().map(Overlay.Handed::utterance).toList());

        overlay.extracted(ANA, FIRST);
        assertEquals(List.of(), overlay.buffered(ANA, 10));
        assertEquals("", overlay.known(ANA, FIRST, ids(1)).get(new MessageId("m1")).utterance().text());
        assertEquals(Stage.EXTRACTED, overlay.known(ANA, FIRST, ids(1)).get(new MessageId("m1")).stage());
    }

    @Test
    void whatNeverArrivedIsUnknownAgain() {
        begin(FIRST, 1, 2);
        overlay.withdraw(ANA, FIRST, ids(1, 2));

        assertTrue(overlay.known(ANA, FIRST, ids(1, 2)).isEmpty());
        begin(FIRST, 1, 2);
        assertEquals(2, overlay.unsettled(ANA, FIRST).size());
    }

    @Test
    void theNewestBufferedMessagesComeOldestFirst() {
        begin(FIRST, 1, 2, 3);
        begin(SECOND, 4);
        overlay.advance(ANA, FIRST, ids(1, 2, 3), Stage.BUFFERED, Optional.empty());
        overlay.advance(ANA, SECOND, ids(4), Stage.BUFFERED, Optional.empty());

        assertEquals(ids(3, 4), overlay.buffered(ANA, 2).stream().map(handed -> handed.utterance().id()).toList());
    }

    @Test
    void sessionsAreToldWithTheirTimesAndWhetherAnythingOfThemIsLeft() {
        begin(FIRST, 1, 5);
        begin(SECOND, 7);
        overlay.bury(ANA, Optional.of(SECOND));

        var spans = overlay.sessions(ANA).stream().sorted((a, b) -> a.session().value().compareTo(b.session().value())).toList();
        assertEquals(new Overlay.Span(FIRST, NOON.plusSeconds(1), NOON.plusSeconds(5), true), spans.getFirst());
        assertFalse(spans.getLast().live());
    }

    @Test
    void twoSpacesKnowNothingOfEachOther() {
        begin(FIRST, 1);
        var other = new DeskOverlay(desk, "other");

        assertTrue(other.known(ANA, FIRST, ids(1)).isEmpty());
        assertEquals(List.of(), other.sessions(ANA));
        other.bury(ANA, Optional.empty());
        assertEquals(1, overlay.unsettled(ANA, FIRST).size());
    }

    @Test
    void aCorrectionHoldsAfterARestartUntilItIsForgotten() {
        var word = new Overlay.Correction("item", ProfileItem.Kind.NAME, "Ana", "Anna", "she said so", NOON);
        overlay.correct(ANA, word);
        overlay.correct(ANA, new Overlay.Correction("item", ProfileItem.Kind.NAME, "Ana", "Annika", "she said so", NOON.plusSeconds(1)));
        reopen();
        assertEquals(List.of("Annika"), overlay.corrections(ANA).stream().map(Overlay.Correction::text).toList());

        overlay.forget(ANA, List.of(new Forgotten(Forgotten.Kind.ITEM, "item", "e1")));
        assertEquals(List.of(), overlay.corrections(ANA));
        assertEquals(List.of(new Forgotten(Forgotten.Kind.ITEM, "item", "e1")), overlay.forgotten(ANA));
    }

    @Test
    void aForgottenCustomersWordsAndCorrectionsAreGone() {
        begin(FIRST, 1);
        overlay.correct(ANA, new Overlay.Correction("item", ProfileItem.Kind.NAME, "Ana", "Anna", "", NOON));
        overlay.bury(ANA, Optional.empty());

        assertEquals(List.of(), overlay.corrections(ANA));
        assertEquals(Stage.FORGOTTEN, overlay.known(ANA, FIRST, ids(1)).get(new MessageId("m1")).stage());
        assertEquals("", overlay.known(ANA, FIRST, ids(1)).get(new MessageId("m1")).utterance().text());
    }
}
