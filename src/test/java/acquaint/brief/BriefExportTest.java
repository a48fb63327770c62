package acquaint.brief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.model.SessionId;
import acquaint.model.TicketId;
import acquaint.privacy.Recipient;
import acquaint.reply.DraftReply;
import acquaint.reply.Evidence;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** Briefs in the forms in which they leave the program, read back. */
class BriefExportTest {

    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
    private static final Evidence MESSAGE = new Evidence(Evidence.Kind.MESSAGE, "m1", Optional.of(new SessionId("ticket_T-1")), AT, "The pole is broken");
    private static final Evidence RECORD = new Evidence(Evidence.Kind.RECORD, "ana", Optional.empty(), AT, "gold");

    private static Brief brief(BriefLine... issue) {
        Map<BriefPart, List<BriefLine>> lines = new EnumMap<>(BriefPart.class);
        lines.put(BriefPart.CUSTOMER, List.of(BriefLine.found("Ana Ruiz, gold", Optional.empty(), List.of(RECORD))));
        lines.put(BriefPart.ISSUE, List.of(issue));
        lines.put(BriefPart.TRIED, List.of(BriefLine.found("We sent a new pole.", Optional.of("did not work"), List.of(MESSAGE))));
        lines.put(BriefPart.MOOD, List.of(BriefLine.found("This is ridiculous!", Optional.of("angry"), List.of(MESSAGE))));
        lines.put(BriefPart.HISTORY, List.of(BriefLine.found("1 May 2025: a torn tent", Optional.empty(), List.of(MESSAGE))));
        lines.put(BriefPart.WHY, List.of(BriefLine.written("She wants the owner.")));
        lines.put(BriefPart.DECISION, List.of(BriefLine.written("Whether to give the money back")));
        return new Brief(new TicketId("T-1"), AT, lines, Optional.empty());
    }

    private static BriefLine said(String text) {
        return BriefLine.found(text, Optional.empty(), List.of(MESSAGE));
    }

    @Test
    void whatIsWrittenAsJsonIsReadAsTheSame() {
        Brief brief = brief(said("The pole is broken \"again\" – 日本語"), BriefLine.written("And the bag."));
        assertEquals(brief, BriefJson.read(BriefJson.write(brief)));
        var writing = new DraftReply.Writing(new Recipient("openai", URI.create("http://127.0.0.1:1/v1"), "m"), 7, List.of("<EMAIL_1>"), false, new DraftReply.LeftOut(1, 2, 3, 4, 5));
        Brief byModel = new Brief(brief.ticket(), AT, brief.lines(), Optional.of(writing));
        assertEquals(byModel, BriefJson.read(BriefJson.write(byModel)));
    }

    @Test
    void otherProgramsFindTheFieldsThatTheyKnow() throws Exception {
        JsonNode json = new ObjectMapper().readTree(BriefJson.write(brief(said("The pole is broken."))));
        assertEquals("T-1", json.path("ticket_id").asText());
        assertEquals("Ana Ruiz, gold", json.path("customer_summary").asText());
        assertEquals("The pole is broken.", json.path("issue_summary").asText());
        assertEquals("We sent a new pole.", json.at("/attempted_solutions/0/attempt").asText());
        assertEquals("did not work", json.at("/attempted_solutions/0/result").asText());
        assertEquals("This is ridiculous! (angry)", json.path("customer_sentiment").asText());
        assertEquals("1 May 2025: a torn tent", json.at("/relevant_history/0").asText());
        assertEquals("She wants the owner.\nWhether to give the money back", json.path("handoff_note").asText());
    }

    @Test
    void whatIsNoBriefIsSaidToBeNone() {
        for (String text : List.of("", "{", "[]", "{\"ticket_id\": \"T-1\"}", "{\"ticket_id\": \"T-1\", \"written_at\": \"yesterday\"}")) {
            assertThrows(IllegalArgumentException.class, () -> BriefJson.read(text), text);
        }
    }

    @Test
    void partsOfALaterVersionAreLeftOut() {
        String json = BriefJson.write(brief(said("It broke."))).replace("\"mood\"", "\"weather\"");
        assertTrue(BriefJson.read(json).of(BriefPart.MOOD).isEmpty());
    }

    @Test
    void markdownShowsWhatCustomersWroteAsText() {
        String markdown = BriefMarkdown.write(brief(said("- <b>*Help*</b> # [now](http://x) | 5\\6"), said("1. first\n\n# second")), Locale.ENGLISH, ZoneOffset.UTC);
        assertTrue(markdown.startsWith("# Handoff of ticket T-1\n\nWritten 2 March 2026\n\n## Customer\n"), markdown);
        assertTrue(markdown.contains("- \\- \\<b\\>\\*Help\\*\\</b\\> \\# \\[now\\](http://x) \\| 5\\\\6  \n  *this ticket, 2 March 2026*\n"), markdown);
        assertTrue(markdown.contains("- 1\\. first \\# second"), markdown);
        assertTrue(markdown.contains("- We sent a new pole. **(did not work)**"), markdown);
        assertTrue(BriefMarkdown.write(brief(said("Kaputt.")), Locale.GERMAN, ZoneOffset.UTC).contains("## In den Worten des Kunden"));
    }

    private static PdfReader pdf(Brief brief, Locale reader) throws Exception {
        var out = new ByteArrayOutputStream();
        BriefPdf.write(brief, reader, ZoneOffset.UTC, out);
        return new PdfReader(out.toByteArray());
    }

    private static String text(PdfReader reader) throws Exception {
        var text = new StringBuilder();
        var extractor = new PdfTextExtractor(reader);
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(extractor.getTextFromPage(page)).append('\n');
        }
        return text.toString().replaceAll("\\s+", " ");
    }

    @Test
    void aPdfHasEachLineAsTextAndATitle() throws Exception {
        try (PdfReader reader = pdf(brief(said("Die Stange ist gebrochen – für 90 €, Łódź, Ελλάδα, Москва.")), Locale.ENGLISH)) {
            String text = text(reader);
            for (String part : List.of("Handoff of ticket T-1", "In the customer's words Die Stange ist gebrochen – für 90 €, Łódź, Ελλάδα, Москва.", "We sent a new pole. – did not work",
                    "this ticket, 2 March 2026", "the agent's word", "Page 1 of 1")) {
                assertTrue(text.contains(part), () -> part + " in " + text);
            }
            assertEquals("Handoff of ticket T-1", reader.getInfo().get("Title"));
            assertFalse(text.contains("□"), text);
        }
    }

    @Test
    void theFontsOfAPdfAreInIt() throws Exception {
        try (PdfReader reader = pdf(brief(said("It broke.")), Locale.ENGLISH)) {
            var fonts = new ArrayList<String>();
            for (int i = 0; i < reader.getXrefSize(); i++) {
                if (reader.getPdfObject(i) instanceof PdfDictionary dictionary && dictionary.contains(PdfName.FONTFILE3)) {
                    fonts.add(dictionary.get(PdfName.FONTNAME).toString());
                }
            }
            assertEquals(2, fonts.size(), fonts::toString);
            assertTrue(fonts.stream().allMatch(font -> font.contains("Inter")), fonts::toString);
        }
    }

    @Test
    void aLongPdfGoesOverPagesThatAreNumbered() throws Exception {
        var lines = new BriefLine[60];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = said("Line " + i + " " + "of a long story ".repeat(20) + "W".repeat(300) + " end" + i);
        }
        try (PdfReader reader = pdf(brief(lines), Locale.GERMAN)) {
            String text = text(reader);
            int pages = reader.getNumberOfPages();
            assertTrue(pages > 3, "pages: " + pages);
            for (int page = 1; page <= pages; page++) {
                String foot = "Seite " + page + " von " + pages;
                assertTrue(text.contains(foot), foot);
            }
            assertTrue(text.contains("end0") && text.contains("end59"), text);
        }
    }

    @Test
    void lettersWithAccentsAreDrawnAsTheyWereGivenHoweverTheyAreWritten() throws Exception {
        String said = "Straße, Crème brûlée, Łódź, ćma, Ångström, Dvořák, İstanbul, ẞ, ﬁn, ½, „so“, € 5, naïve";
        try (PdfReader reader = pdf(brief(said(said), said(java.text.Normalizer.normalize("Zoë, façade, ñandú, Ŝ", java.text.Normalizer.Form.NFD))), Locale.ENGLISH)) {
            String text = text(reader);
            for (String word : (said.replace("ﬁn", "fin") + ", Zoë, façade, ñandú, Ŝ").split(", ")) {
                assertTrue(text.contains(word), word + " in " + text);
            }
            assertFalse(text.contains("□"), text);
        }
    }

    @Test
    void anEmojiOfSeveralSignsIsNoMoreThanItsBoxesAndAnAccentOnAnyLetterStays() throws Exception {
        try (PdfReader reader = pdf(brief(said("ok \uD83D\uDC69\u200D\uD83D\uDCBB \u2764\uFE0F done")), Locale.ENGLISH)) {
            assertTrue(text(reader).contains("ok □□ "), text(reader));
        }
        try (PdfReader reader = pdf(brief(said("q\u0308 and on")), Locale.ENGLISH)) {
            String text = text(reader);
            assertTrue(text.contains("q\u0308 and on"), text);
            assertFalse(text.contains("are shown as □"), text);
        }
    }

    @Test
    void signsThatTheTypefaceLacksAreBoxesAndSaidSo() throws Exception {
        try (PdfReader reader = pdf(brief(said("Hallo 日本 مرحبا \uD83D\uDE00 \u200Bend\u0000")), Locale.ENGLISH)) {
            String text = text(reader);
            assertTrue(text.contains("Hallo □□ □□□□□ □ end"), text);
            assertTrue(text.contains("are shown as □"), text);
        }
    }

    @Test
    void anEmptyBriefIsWrittenInEachForm() throws Exception {
        Brief empty = new Brief(new TicketId("T-1"), AT, Map.of(), Optional.empty());
        assertEquals(empty, BriefJson.read(BriefJson.write(empty)));
        assertTrue(BriefMarkdown.write(empty, Locale.ENGLISH, ZoneOffset.UTC).contains("T-1"));
        try (PdfReader reader = pdf(empty, Locale.ENGLISH)) {
            assertTrue(text(reader).contains("T-1"));
        }
    }
}
