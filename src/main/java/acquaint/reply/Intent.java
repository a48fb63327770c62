package acquaint.reply;

import java.util.List;
import java.util.Locale;

/**
 * What a customer wants, as far as words tell, with what is needed to help, in the order to ask for it. A telling intent
 * goes before those whose words also turn up in passing: who writes of a broken bicycle and a refund writes of damage.
 */
enum Intent {
    DAMAGED(true, Need.REFERENCE, Need.ITEM),
    BILLING(true, Need.REFERENCE),
    LOGIN(true, Need.SYMPTOM),
    REFUND(false, Need.REFERENCE),
    COMPENSATION(false, Need.REFERENCE),
    RETURN(false, Need.REFERENCE, Need.ITEM),
    EXCHANGE(false, Need.REFERENCE, Need.ITEM, Need.TARGET),
    CANCEL(false, Need.REFERENCE, Need.REASON),
    CHANGE(false, Need.REFERENCE, Need.TARGET),
    BOOK(false, Need.WHEN),
    DELAY(false, Need.REFERENCE),
    TECHNICAL(false, Need.SYMPTOM),
    DELIVERY(false, Need.REFERENCE),
    COMPLAINT(false, Need.WRONG),
    GENERAL(false, Need.WISH);

    /** One thing to know before anything can be done. */
    enum Need {
        REFERENCE, ITEM, REASON, TARGET, SYMPTOM, WHEN, WRONG, WISH;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final boolean telling;
    private final List<Need> needs;

    Intent(boolean telling, Need... needs) {
        this.telling = telling;
        this.needs = List.of(needs);
    }

    boolean telling() {
        return telling;
    }

    List<Need> needs() {
        return needs;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the thing it is about is named before the sign ("my parcel has not arrived") rather than after a verb. */
    boolean thingStandsFirst() {
        return switch (this) {
            case DAMAGED, DELAY, DELIVERY, TECHNICAL -> true;
            default -> false;
        };
    }
}
