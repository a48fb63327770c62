package acquaint.reply;

import acquaint.model.Message;
import acquaint.privacy.Masking;
import acquaint.privacy.Recipient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes drafts: by the language model where there is one, and otherwise without. Blocks; safe for any thread. */
public final class DraftWriter {

    /** As much as large models take: a text is checked against all that one of those would be told. */
    private static final int CHECKED_TOKENS = 32_000;

    private final ComposedDraft composed;
    private final Drafting drafting;

    public DraftWriter(ComposedDraft composed, Drafting drafting) {
        this.composed = composed;
        this.drafting = drafting;
    }

    /** Who would write now; empty without a language model. */
    public Optional<Recipient> model() {
        return drafting.model().map(LanguageModel::recipient);
    }

    /** The model that writes now; empty without one. */
    public Optional<LanguageModel> languageModel() {
        return drafting.model();
    }

    /** By the model where there is one. An interrupt cancels; {@link Progress#stop} keeps what was written so far. */
    public DraftReply write(DraftRequest request, Wish wish, Progress progress) throws ModelException, InterruptedException {
        return write(request, wish, progress, drafting.model());
    }

    /** By this model, or without one. */
    public DraftReply write(DraftRequest request, Wish wish, Progress progress, Optional<LanguageModel> model) throws ModelException, InterruptedException {
        return model.isPresent() ? write(request, wish, progress, model.get()) : compose(request);
    }

    private DraftReply write(DraftRequest request, Wish wish, Progress progress, LanguageModel model) throws ModelException, InterruptedException {
        Masking masking = drafting.masking(request);
        PromptWriter.Written written = written(request, wish, model.contextTokens(), masking);
        ModelDraft.Outcome outcome = new ModelDraft(model, masking).write(written, progress);
        long answered = request.conversation().stream().mapToLong(Message::position).max().orElse(0);
        var paragraphs = wish.kind() == Wish.Kind.FOR_READING ? ModelDraft.unchecked(outcome)
                : ModelDraft.checked(outcome, ModelDraft.check(drafting.likeness(), written, request, drafting.clock().getZone()));
        return new DraftReply(paragraphs, answered, Optional.of(outcome.writing()));
    }

    private PromptWriter.Written written(DraftRequest request, Wish wish, int contextTokens, Masking masking) throws ModelException {
        PromptTemplate template = wish.kind() == Wish.Kind.FOR_READING ? PromptTemplate.original(PromptTemplate.Name.TRANSLATE) : drafting.means().template().get();
        String reading = drafting.means().reading().get().getDisplayLanguage(Locale.ENGLISH);
        return new PromptWriter(drafting.clock(), drafting.means().lessons().get()).write(template, request, Tasks.of(wish, request, reading), contextTokens, masking);
    }

    /** The prompt that a template would make of this request, for looking at it; nothing is sent. */
    public PromptWriter.Written preview(PromptTemplate template, DraftRequest request, int contextTokens) throws ModelException {
        Masking masking = drafting.masking(request);
        return new PromptWriter(drafting.clock(), drafting.means().lessons().get()).write(template, request, Tasks.of(Wish.REPLY, request, ""), contextTokens, masking);
    }

    /** What each sentence of a text that somebody wrote rests on, of what a draft would be written from. An interrupt cancels. */
    public List<DraftReply.Sentence> check(DraftRequest request, String text) throws ModelException, InterruptedException {
        PromptWriter.Written written = written(request, Wish.REPLY, CHECKED_TOKENS, drafting.masking(request));
        EvidenceCheck check = ModelDraft.check(drafting.likeness(), written, request, drafting.clock().getZone());
        var sentences = new ArrayList<DraftReply.Sentence>();
        for (AnswerText.Cited one : AnswerText.sentences(text)) {
            sentences.add(check.check(one.text(), one.numbers()));
        }
        return sentences;
    }

    /** One to three without a language model, the first of which {@link #compose} gives. */
    public List<DraftReply> proposals(DraftRequest request) {
        return composed.proposals(request);
    }

    /** Without a language model, whether there is one or not. */
    public DraftReply compose(DraftRequest request) {
        return composed.compose(request);
    }
}
