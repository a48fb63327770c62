package acquaint.reply;

import acquaint.privacy.Masking;
import acquaint.privacy.Maskings;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What texts are written with. What stands in {@link Means} is asked for anew each time, since the user may choose otherwise meanwhile; {@code clock} has the desk's zone.
 */
public record Drafting(Means means, Maskings maskings, Likeness likeness, Clock clock) {

    /** {@code template} is for drafts; {@code lessons} are rules in words; {@code reading} is the agent's language. */
    public record Means(Supplier<Optional<LanguageModel>> model, Supplier<PromptTemplate> template, Supplier<List<String>> lessons, Supplier<Locale> reading) {

        /** Nothing but the program's own. */
        public static final Means NONE = new Means(Optional::empty, () -> PromptTemplate.original(PromptTemplate.Name.REPLY), List::of, () -> Locale.ENGLISH);
    }

    Optional<LanguageModel> model() {
        return means.model().get();
    }

    Masking masking(DraftRequest request) {
        return maskings.of(request.ticket().id());
    }
}
