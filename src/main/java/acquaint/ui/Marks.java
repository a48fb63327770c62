package acquaint.ui;

import acquaint.model.HandoffState;
import acquaint.model.Priority;
import acquaint.model.Risk;
import acquaint.model.TicketStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The small signs that stand for a status, a priority or a person, alike in every pane. */
final class Marks {

    private static final List<PseudoClass> STATUSES = pseudoClasses(TicketStatus.values());
    private static final List<PseudoClass> HANDOFFS = pseudoClasses(HandoffState.values());
    private static final List<PseudoClass> PRIORITIES = pseudoClasses(Priority.values());

    private Marks() {}

    /** Makes {@code label} the chip of a status. */
    static void status(Label label, TicketStatus status, Texts texts) {
        label.setText(texts.of(status));
        for (TicketStatus each : TicketStatus.values()) {
            label.pseudoClassStateChanged(STATUSES.get(each.ordinal()), each == status);
        }
    }

    /** The sign of a priority; none for the ordinary one. */
    static void priority(FontIcon icon, Priority priority, Texts texts) {
        icon.setVisible(priority != Priority.NORMAL);
        icon.setManaged(priority != Priority.NORMAL);
        icon.setIconCode(switch (priority) {
            case LOW -> Feather.ARROW_DOWN;
            case NORMAL -> Feather.MINUS;
            case HIGH -> Feather.ARROW_UP;
            case URGENT -> Feather.ALERT_TRIANGLE;
        });
        for (Priority each : Priority.values()) {
            icon.pseudoClassStateChanged(PRIORITIES.get(each.ordinal()), each == priority);
        }
        icon.setAccessibleText(texts.of(priority));
    }

    /** Makes {@code label} the chip of a handoff's state. */
    static void handoff(Label label, HandoffState state, Texts texts) {
        label.setText(HandoffWords.name(state, texts));
        for (HandoffState each : HandoffState.values()) {
            label.pseudoClassStateChanged(HANDOFFS.get(each.ordinal()), each == state);
        }
    }

    /** The sign of what may come of a matter. */
    static Feather risk(Risk risk) {
        return switch (risk) {
            case MONEY -> Feather.DOLLAR_SIGN;
            case LEGAL -> Feather.BRIEFCASE;
            case SAFETY -> Feather.ALERT_TRIANGLE;
            case CHURN -> Feather.LOG_OUT;
            case PUBLIC -> Feather.RADIO;
        };
    }

    /** At most two letters that stand for a person's name. */
    static String initials(String name) {
        String[] words = name.strip().split("[\\s_.@-]+");
        var ends = words.length > 1 ? List.of(words[0], words[words.length - 1]) : List.of(words[0]);
        return ends.stream().filter(w -> !w.isEmpty())
                .map(w -> w.substring(0, w.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static List<PseudoClass> pseudoClasses(Enum<?>[] constants) {
        return Arrays.stream(constants).map(each -> PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT))).toList();
    }
}
