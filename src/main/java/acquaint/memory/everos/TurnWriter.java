package acquaint.memory.everos;

import acquaint.memory.everos.Content.Type;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Writes one message of a session. */
final class TurnWriter {

    private TurnWriter() {}

    /** For cloud v1, where the request names the customer and a message only says which side spoke, and who where it was another person. */
    static Body personal(Turn turn, String customer) {
        boolean another = turn.role() == Turn.Role.USER && !turn.senderId().equals(customer);
        return said(another ? new Body().text("sender_id", Ids.plain(turn.senderId())) : new Body(), turn);
    }

    /** For the others, where the senders of the customer's side own what is remembered. */
    static Body sent(Turn turn, UnaryOperator<String> ids) {
        return said(new Body().text("sender_id", ids.apply(turn.senderId())).text("sender_name", turn.senderName()), turn);
    }

    private static Body said(Body body, Turn turn) {
        body.text("role", turn.role().name().toLowerCase(Locale.ROOT)).number("timestamp", Times.millis(turn.at()));
        List<Content> content = turn.content();
        if (content.size() == 1 && content.getFirst().type() == Type.TEXT) {
            return body.text("content", content.getFirst().text().orElse(""));
        }
        return body.objects("content", content.stream().map(TurnWriter::part).toList());
    }

    /** A self-hosted server takes a text or an address, never both. */
    private static Body part(Content content) {
        Body part = new Body().text("type", content.type().name().toLowerCase(Locale.ROOT));
        return content.uri().isPresent()
                ? part.text("uri", content.uri()).text("name", content.name()).text("ext", content.ext())
                : part.text("text", content.text());
    }
}
