package acquaint.ui;

import acquaint.model.Message;
import acquaint.model.Message.Delivery;
import acquaint.model.Message.Kind;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One message. Four kinds that differ in side, colour, sign and words, so that none is taken for another: the customer left
 * and neutral, a reply right and tinted, a note amber over the whole width, an event small and centred.
 */
final class MessageNode extends HBox {

    private static final Map<Kind, PseudoClass> KINDS = Map.of(
            Kind.CUSTOMER, PseudoClass.getPseudoClass("customer"),
            Kind.REPLY, PseudoClass.getPseudoClass("reply"),
            Kind.NOTE, PseudoClass.getPseudoClass("note"),
            Kind.EVENT, PseudoClass.getPseudoClass("event"));

    private final Texts texts;
    private final TimeWords times;
    private final EventWords events;
    private final SentReplies sent;
    private final Label avatar = new Label();
    private final FontIcon sign = new FontIcon();
    private final Label author = new Label();
    private final Label time = new Label();
    private final Label text = new Label();
    private final Label delivery = new Label();
    private final Hyperlink first = new Hyperlink();
    private final Hyperlink second = new Hyperlink();
    private final HBox head = new HBox(6, sign, author, time);
    private final HBox foot = new HBox(6, delivery, first, second);
    private final VBox bubble = new VBox(head, text, foot);
    private final Region left = new Region();
    private final Region right = new Region();

    MessageNode(Texts texts, TimeWords times, EventWords events, SentReplies sent) {
        this.texts = texts;
        this.times = times;
        this.events = events;
        this.sent = sent;
        getStyleClass().add("message");
        avatar.getStyleClass().setAll("label", "avatar");
        author.getStyleClass().add("message-author");
        time.getStyleClass().add("message-time");
        text.getStyleClass().add("message-text");
        delivery.getStyleClass().add("message-delivery");
        bubble.getStyleClass().add("bubble");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        avatar.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        head.setAlignment(Pos.CENTER_LEFT);
        foot.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        setAlignment(Pos.TOP_LEFT);
        for (var part : List.of(sign, avatar, head, foot, first, second, left, right)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        getChildren().setAll(left, avatar, bubble, right);
    }

    /** Shows {@code message}; answers with what a screen reader says for it. */
    String show(Message message) {
        Kind kind = message.kind();
        KINDS.forEach((each, pseudoClass) -> pseudoClassStateChanged(pseudoClass, each == kind));
        boolean event = kind == Kind.EVENT;
        String words = event ? events.of(message) : Emoji.showable(message.text());
        avatar.setVisible(kind == Kind.CUSTOMER);
        avatar.setText(Marks.initials(message.author()));
        left.setVisible(kind == Kind.REPLY || event);
        right.setVisible(kind == Kind.CUSTOMER || event);
        HBox.setHgrow(bubble, kind == Kind.NOTE ? Priority.ALWAYS : Priority.NEVER);
        head.setVisible(!event);
        sign.setVisible(kind == Kind.NOTE);
        sign.setIconCode(Feather.LOCK);
        author.setText(kind == Kind.NOTE ? texts.get("conversation.note-by", message.author()) : message.author());
        time.setText(times.time(message.at()));
        text.setText(words);
        showDelivery(message);
        return texts.get("conversation.spoken", texts.of(kind), message.author(), times.full(message.at()), words);
    }

    private void showDelivery(Message message) {
        Delivery state = message.delivery();
        boolean shown = message.isFrom(Kind.REPLY) && state != Delivery.NONE;
        foot.setVisible(shown);
        if (!shown) {
            return;
        }
        delivery.setText(texts.of(state));
        foot.pseudoClassStateChanged(PseudoClass.getPseudoClass("trouble"), state == Delivery.FAILED || state == Delivery.UNCERTAIN);
        link(first, state == Delivery.HELD ? "conversation.undo" : state == Delivery.SENT || state == Delivery.SENDING ? null : "conversation.send-again",
                () -> act(message));
        link(second, state == Delivery.UNCERTAIN ? "conversation.confirm-sent" : null, () -> sent.confirmSent(message));
    }

    private void act(Message message) {
        if (message.delivery() == Delivery.HELD) {
            sent.undo(message);
        } else {
            sent.sendAgain(message);
        }
    }

    private void link(Hyperlink link, String key, Runnable action) {
        link.setVisible(key != null);
        if (key != null) {
            link.setText(texts.get(key));
            link.setOnAction(_ -> action.run());
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }
}
