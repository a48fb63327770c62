package acquaint.brief;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Briefs as PDF, on pages of A4, in the program's own typeface, as text that can be selected and searched. Signs that the typeface lacks (it has Latin, Greek and Cyrillic
 * letters) are written by plainer ones where they stand for such, like ligatures, otherwise shown as a box, and the brief says so. Each call writes one; safe for any thread.
 */
public final class BriefPdf {

    private static final float MARGIN = 56;
    /** A heading stands above a line at least. */
    private static final float ROOM_FOR_HEADING = 60;
    private static final float TITLE = 18;
    private static final float HEADING = 12;
    private static final float TEXT = 10;
    private static final float SMALL = 8;
    private static final Color GREY = new Color(0x60, 0x60, 0x60);

    private final Glyphs glyphs;
    private final Font title;
    private final Font heading;
    private final Font text;
    private final Font strong;
    private final Font small;
    private final BriefWords words;
    private final Brief brief;

    private BriefPdf(Brief brief, BriefWords words) throws IOException {
        BaseFont regular = font("Inter-Regular.otf");
        BaseFont semiBold = font("Inter-SemiBold.otf");
        this.brief = brief;
        this.words = words;
        glyphs = new Glyphs(regular);
        title = new Font(semiBold, TITLE);
        heading = new Font(semiBold, HEADING);
        text = new Font(regular, TEXT);
        strong = new Font(semiBold, TEXT);
        small = new Font(regular, SMALL, Font.NORMAL, GREY);
    }

    private static BaseFont font(String name) throws IOException {
        try (InputStream stream = BriefPdf.class.getResourceAsStream("/font/" + name)) {
            return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, stream.readAllBytes(), null);
        }
    }

    /** Headings and sources in the reader's language; {@code zone} is where days are meant. Leaves {@code out} open. */
    public static void write(Brief brief, Locale reader, ZoneId zone, OutputStream out) throws IOException {
        new BriefPdf(brief, new BriefWords(reader, zone)).write(reader, out);
    }

    private void write(Locale reader, OutputStream out) throws IOException {
        var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        writer.setPageEvent(new PageNumbers());
        document.addTitle(words.say("title", "ticket", brief.ticket().value()));
        document.addCreator("Acquaint");
        document.setDocumentLanguage(reader.toLanguageTag());
        document.open();
        document.add(paragraph(words.say("title", "ticket", brief.ticket().value()), title, 2));
        document.add(paragraph(words.say("written", "date", words.day(brief.writtenAt())), small, 6));
        for (var part : brief.lines().entrySet()) {
            Paragraph head = paragraph(words.heading(part.getKey()), heading, 3);
            head.setSpacingBefore(10);
            if (writer.getVerticalPosition(true) < document.bottom() + ROOM_FOR_HEADING) {
                document.newPage();
            }
            document.add(head);
            for (BriefLine line : part.getValue()) {
                document.add(line(line));
            }
        }
        if (glyphs.lacked()) {
            document.add(paragraph(words.say("glyphs", "sign", Glyphs.BOX), small, 0));
        }
        document.close();
    }

    private Paragraph paragraph(String said, Font font, float after) {
        var paragraph = new Paragraph(glyphs.shown(said), font);
        paragraph.setLeading(font.getSize() * 1.4f);
        paragraph.setSpacingAfter(after);
        return paragraph;
    }

    private Paragraph line(BriefLine line) {
        Paragraph paragraph = paragraph(line.text(), text, 4);
        paragraph.setIndentationLeft(10);
        line.detail().ifPresent(detail -> paragraph.add(new Chunk(glyphs.shown(" – " + detail), strong)));
        String sources = line.evidence().isEmpty() ? words.say("source.agent") : line.evidence().stream().map(words::source).distinct().collect(Collectors.joining("; "));
        paragraph.add(new Chunk("\n" + glyphs.shown(sources), small));
        return paragraph;
    }

    /** "Page 2 of 3" at the foot; how many there are is known at the end. */
    private final class PageNumbers extends PdfPageEventHelper {

        private static final float WIDTH = 60;
        private static final String UNKNOWN = "\uFFFC";
        private PdfTemplate total;

        @Override
        public void onOpenDocument(PdfWriter writer, Document document) {
            total = writer.getDirectContent().createTemplate(WIDTH, SMALL * 2);
        }

        @Override
        public void onEndPage(PdfWriter writer, Document document) {
            String before = foot(writer.getPageNumber());
            PdfContentByte content = writer.getDirectContent();
            BaseFont font = small.getBaseFont();
            float width = font.getWidthPoint(before, SMALL);
            float left = (document.left() + document.right() - width) / 2;
            show(content, before, left, document.bottom() - 24);
            content.addTemplate(total, left + width, document.bottom() - 24);
        }

        @Override
        public void onCloseDocument(PdfWriter writer, Document document) {
            String whole = words.say("page", "page", "", "pages", UNKNOWN);
            show(total, (writer.getPageNumber() - 1) + whole.substring(whole.indexOf(UNKNOWN) + 1), 0, 0);
        }

        private String foot(int page) {
            String whole = words.say("page", "page", Integer.toString(page), "pages", UNKNOWN);
            return whole.substring(0, whole.indexOf(UNKNOWN));
        }

        private void show(PdfContentByte content, String said, float x, float y) {
            content.beginText();
            content.setFontAndSize(small.getBaseFont(), SMALL);
            content.setTextMatrix(x, y);
            content.showText(said);
            content.endText();
        }
    }

    /** What a typeface can show of a text. */
    private static final class Glyphs {

        static final String BOX = "\u25A1";
        private static final Set<Integer> UNSEEN = Set.of((int) Character.FORMAT, (int) Character.CONTROL, (int) Character.NON_SPACING_MARK);
        private final BaseFont font;
        private boolean lacked;

        Glyphs(BaseFont font) {
            this.font = font;
        }

        boolean lacked() {
            return lacked;
        }

        /** Each sign that cannot be shown is replaced; what cannot be seen is left out. */
        String shown(String said) {
            var shown = new StringBuilder();
            // A letter and the accent behind it are one sign of the typeface.
            Normalizer.normalize(said, Normalizer.Form.NFC).codePoints().forEach(sign -> {
                boolean mark = Character.getType(sign) == Character.NON_SPACING_MARK && font.charExists(sign);
                boolean unseen = !mark && UNSEEN.contains(Character.getType(sign)) && sign != '\n';
                if (Character.isWhitespace(sign) || Character.isSpaceChar(sign)) {
                    shown.append(sign == '\n' ? '\n' : ' ');
                } else if (!unseen && font.charExists(sign)) {
                    shown.appendCodePoint(sign);
                } else if (!unseen) {
                    shown.append(replaced(sign));
                }
            });
            return shown.toString();
        }

        /** The letters of a ligature, or of another sign that is only a way to write others; a box where there are none. */
        private String replaced(int sign) {
            String plain = Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKC);
            if (plain.codePoints().allMatch(font::charExists)) {
                return plain;
            }
            lacked = true;
            return BOX;
        }
    }
}
