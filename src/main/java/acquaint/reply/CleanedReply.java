package acquaint.reply;

import acquaint.memory.Recall;
import acquaint.model.Customer;
import acquaint.model.CustomerId;
import acquaint.model.Message;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.privacy.PersonalData;
import acquaint.privacy.Sensitive;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What we said to one customer, fit to be shown beside the ticket of another: gaps stand for what is theirs, and what cannot be cleaned is left out. Nobody's own data stands in a gap, so
 * that nothing looks as if it had been done here. Safe for any thread.
 */
public final class CleanedReply {

    private static final Customer NOBODY = new Customer(new CustomerId("-"), "-", Optional.empty(), Optional.empty(), Instant.EPOCH, List.of());
    private static final Ticket NOTHING = Ticket.opened(new TicketId("-"), NOBODY.id(), "-", "-", Instant.EPOCH);

    private final Supplier<PersonalData> rules;

    /** {@code rules} say what is personal data. */
    public CleanedReply(Supplier<PersonalData> rules) {
        this.rules = rules;
    }

    /** Their patterns take a while to be made, and the start of the program does without. */
    private static final class Situations {

        private static final Map<Language, Situation> OF = new EnumMap<>(Language.class);

        static {
            var request = new DraftRequest(NOBODY, NOTHING, List.of(), Recall.NOTHING, List.of(), "-");
            for (Language language : Language.values()) {
                OF.put(language, Situation.of(request, Dialogue.of(List.of()), Lexicon.of(language), ZoneOffset.UTC));
            }
        }
    }

    /** Its sentences that say what was done, what can be tried or what cannot be, without courtesies and questions. */
    public List<String> sentences(Message reply, Customer customer) {
        Situation situation = Situations.OF.get(language(reply.text()));
        var cleaning = new Depersonalised(situation, rules.get());
        var past = new PastReply(reply, customer, "", Optional.empty(), false, 1);
        return Spoken.in(reply).stream().map(Spoken::text).filter(CleanedReply::tells).filter(sentence -> !Sensitive.in(sentence))
                .flatMap(sentence -> cleaning.of(sentence, past).stream()).toList();
    }

    private static boolean tells(String sentence) {
        return !Saying.CHECKED.isIn(sentence) && !sentence.endsWith("?") && !sentence.endsWith(":") && (Saying.DONE.isIn(sentence) && !Saying.NOTDONE.isIn(sentence) || Saying.STEPS.isIn(sentence) || Saying.REFUSED.isIn(sentence));
    }

    private Language language(String text) {
        return words(Language.GERMAN, text) > words(Language.ENGLISH, text) ? Language.GERMAN : Language.ENGLISH;
    }

    private long words(Language language, String text) {
        return Situations.OF.get(language).lexicon().pattern("stopwords").matcher(text).results().count();
    }
}
