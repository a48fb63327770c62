package acquaint.ui;

import acquaint.model.TicketId;
import javafx.scene.control.TextArea;

/** What an agent took from a draft, and how it goes into the reply. Immutable. */
record AcceptedText(TicketId ticket, String text, How how) {

    enum How {
        /** The whole draft, behind what is typed. */
        WHOLE,
        /** As above, and the caret goes there. */
        TO_EDIT,
        /** One sentence, where the caret is. */
        SENTENCE,
        /** A sentence that begins a paragraph. */
        PARAGRAPH;

        boolean isWhole() {
            return this == WHOLE || this == TO_EDIT;
        }
    }

    /** Puts it into the reply: the whole behind everything, a sentence at the caret. */
    void into(TextArea reply) {
        if (how.isWhole()) {
            String before = reply.getText().stripTrailing();
            String gap = before.isEmpty() ? "" : "\n\n";
            reply.setText(before + gap + text);
            reply.positionCaret(before.length() + gap.length());
            return;
        }
        int caret = reply.getCaretPosition();
        String before = reply.getText(0, caret);
        String after = reply.getText(caret, reply.getLength());
        String gap = before.isBlank() || Character.isWhitespace(before.charAt(before.length() - 1)) ? "" : how == How.PARAGRAPH ? "\n\n" : " ";
        String end = after.isEmpty() || Character.isWhitespace(after.charAt(0)) ? "" : " ";
        reply.insertText(caret, gap + text + end);
        reply.positionCaret(caret + gap.length() + text.length());
    }
}
