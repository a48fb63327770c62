package acquaint.reply;

import java.util.List;
import java.util.Locale;

/**
 * What a customer wants, as far as words tell, with what is needed to help, in the order to ask for it. Where a message
 * speaks of several, weight decides: who writes of a broken bicycle and a refund writes of damage.
 */
public enum Intent {
    DAMAGED(Weight.TELLING, Need.REFERENCE, Need.ITEM),
    BILLING(Weight.TELLING, Need.REFERENCE),
    LOGIN(Weight.TELLING, Need.SYMPTOM),
    REFUND(Weight.PLAIN, Need.REFERENCE),
    COMPENSATION(Weight.PLAIN, Need.REFERENCE),
    RETURN(Weight.PLAIN, Need.REFERENCE, Need.ITEM),
    EXCHANGE(Weight.PLAIN, Need.REFERENCE, Need.ITEM, Need.TARGET),
    CANCEL(Weight.PLAIN, Need.REFERENCE, Need.REASON),
    CANCELLED(Weight.PASSING, Need.REFERENCE),
    CHANGE(Weight.PLAIN, Need.REFERENCE, Need.TARGET),
    BOOK(Weight.PLAIN, Need.WHEN),
    DELAY(Weight.PLAIN, Need.REFERENCE),
    TECHNICAL(Weight.PLAIN, Need.SYMPTOM),
    DELIVERY(Weight.PASSING, Need.REFERENCE),
    COMPLAINT(Weight.PASSING, Need.WRONG),
    GENERAL(Weight.PLAIN, Need.WISH);

    /** One thing to know before anything can be done. */
    enum Need {
        REFERENCE, ITEM, REASON, TARGET, SYMPTOM, WHEN, WRONG, WISH;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The heavier first. */
    enum Weight { TELLING, PLAIN, PASSING }

    private final Weight weight;
    private final List<Need> needs;

    Intent(Weight weight, Need... needs) {
        this.weight = weight;
        this.needs = List.of(needs);
    }

    Weight weight() {
        return weight;
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
            case DAMAGED, DELAY, DELIVERY, TECHNICAL, CANCELLED -> true;
            default -> false;
        };
    }
}
