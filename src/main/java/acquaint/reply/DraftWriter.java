package acquaint.reply;

import acquaint.model.Message;
import acquaint.privacy.Masking;
import acquaint.privacy.Maskings;
import acquaint.privacy.Recipient;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes drafts: by the language model where there is one, and otherwise without. Blocks; safe for any thread. */
public final class DraftWriter {

    /**
     * What drafts are written with; all of it is asked for anew each time. {@code lessons} are rules in words; {@code reading} is the agent's language.
     */
    public record Means(Supplier<Optional<LanguageModel>> model, Supplier<PromptTemplate> template, Supplier<List<String>> lessons, Supplier<Locale> reading) {

        /** Nothing but the program's own. */
        public static final Means NONE = new Means(Optional::empty, () -> PromptTemplate.original(PromptTemplate.Name.REPLY), List::of, () -> Locale.ENGLISH);
    }

    private final ComposedDraft composed;
    private final Means means;
    private final Maskings maskings;
    private final Likeness likeness;
    private final Clock clock;

    /** {@code clock} has the desk's zone. */
    public DraftWriter(ComposedDraft composed, Means means, Maskings maskings, Likeness likeness, Clock clock) {
        this.composed = composed;
        this.means = means;
        this.maskings = maskings;
        this.likeness = likeness;
        this.clock = clock;
    }

    /** Who would write now; empty without a language model. */
    public Optional<Recipient> model() {
        return means.model().get().map(LanguageModel::recipient);
    }

    /** By the model where there is one. An interrupt cancels; {@link Progress#stop} keeps what was written so far. */
    public DraftReply write(DraftRequest request, Wish wish, Progress progress) throws ModelException, InterruptedException {
        Optional<LanguageModel> model = means.model().get();
        return model.isPresent() ? write(request, wish, progress, model.get()) : compose(request);
    }

    private DraftReply write(DraftRequest request, Wish wish, Progress progress, LanguageModel model) throws ModelException, InterruptedException {
        Masking masking = maskings.of(request.ticket().id());
        PromptWriter.Written written = written(request, wish, model.contextTokens(), masking);
        ModelDraft.Outcome outcome = new ModelDraft(model, masking).write(written, progress);
        long answered = request.conversation().stream().mapToLong(Message::position).max().orElse(0);
        var paragraphs = wish.kind() == Wish.Kind.FOR_READING ? ModelDraft.unchecked(outcome)
                : ModelDraft.checked(outcome, ModelDraft.check(likeness, written, request, clock.getZone()));
        return new DraftReply(paragraphs, answered, Optional.of(outcome.writing()));
    }

    private PromptWriter.Written written(DraftRequest request, Wish wish, int contextTokens, Masking masking) throws ModelException {
        PromptTemplate template = wish.kind() == Wish.Kind.FOR_READING ? PromptTemplate.original(PromptTemplate.Name.TRANSLATE) : means.template().get();
        String reading = means.reading().get().getDisplayLanguage(Locale.ENGLISH);
        return new PromptWriter(clock, means.lessons().get()).write(template, request, Tasks.of(wish, request, reading), contextTokens, masking);
    }

    /** The prompt that a template would make of this request, for looking at it; nothing is sent. */
    public PromptWriter.Written preview(PromptTemplate template, DraftRequest request, int contextTokens) throws ModelException {
        Masking masking = maskings.of(request.ticket().id());
        return new PromptWriter(clock, means.lessons().get()).write(template, request, Tasks.of(Wish.REPLY, request, ""), contextTokens, masking);
    }

    /** Without a language model, whether there is one or not. */
    public DraftReply compose(DraftRequest request) {
        return composed.compose(request);
    }
}
