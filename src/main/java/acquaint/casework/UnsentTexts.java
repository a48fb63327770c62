package acquaint.casework;

import acquaint.model.CustomerId;
import acquaint.model.Review;
import acquaint.model.TicketId;
import acquaint.store.HandoffTable;
import acquaint.store.Session;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What the desk keeps of texts that never left: proposals, briefs that are being written, and what held replies were written from. A held reply that
 * waits is on its way, and stays. Each step is within its transaction, and answers the tickets that had any.
 */
final class UnsentTexts {

    private UnsentTexts() {}

    /** Drops all of one ticket, or of all of the customer's tickets. */
    static Set<TicketId> drop(Session session, CustomerId customer, Optional<TicketId> ticket) {
        var tickets = new LinkedHashSet<>(ticket.map(session.draftOutcomes()::forget).orElseGet(() -> session.draftOutcomes().forget(customer)));
        Predicate<TicketId> meant = other -> ticket.isEmpty() || ticket.get().equals(other);
        tickets.addAll(drop(session, customer, brief -> meant.test(brief.ticket()), review -> meant.test(review.ticket())));
        return tickets;
    }

    /** Drops those of the customer that hold the words. */
    static Set<TicketId> dropWith(Session session, CustomerId customer, Pattern words) {
        var tickets = new LinkedHashSet<TicketId>();
        session.draftOutcomes().texts(customer).forEach((ticket, said) -> {
            if (words.matcher(said).find()) {
                tickets.addAll(session.draftOutcomes().forget(ticket));
            }
        });
        tickets.addAll(drop(session, customer, brief -> words.matcher(StoredBriefDraft.read(brief.json()).toString()).find(),
                review -> words.matcher(String.join("\n", review.proposed().orElse(""), session.reviews().edited(review.id()).orElse(""), unsent(review))).find()));
        return tickets;
    }

    private static Set<TicketId> drop(Session session, CustomerId customer, Predicate<HandoffTable.DraftRow> briefs, Predicate<Review> reviews) {
        var tickets = new LinkedHashSet<TicketId>();
        session.handoffs().drafts(customer).stream().filter(briefs).forEach(brief -> {
            session.handoffs().removeDraft(brief.ticket(), brief.agent());
            tickets.add(brief.ticket());
        });
        session.reviews().ofCustomer(customer).stream().filter(review -> review.proposed().isPresent() || session.reviews().edited(review.id()).isPresent() || !unsent(review).isEmpty()).filter(reviews).forEach(review -> {
            session.reviews().dropTexts(review.id());
            tickets.add(review.ticket());
        });
        return tickets;
    }

    /** The words of a reply that was given back to its author. */
    private static String unsent(Review review) {
        return review.state() == Review.State.SENT_BACK || review.state() == Review.State.TAKEN_BACK ? review.text() : "";
    }
}
