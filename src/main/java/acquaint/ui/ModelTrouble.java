package acquaint.ui;

import acquaint.reply.ModelException;
import java.util.Set;

/** What is said when a language model could not write. Immutable; any thread. */
final class ModelTrouble {

    private static final Set<ModelException.Kind> MENDED_IN_SETTINGS = Set.of(
            ModelException.Kind.BAD_KEY, ModelException.Kind.NO_CREDIT, ModelException.Kind.MODEL_NOT_FOUND, ModelException.Kind.WRONG_URL, ModelException.Kind.AWAY);

    private final ModelException problem;
    private final Texts texts;

    ModelTrouble(ModelException problem, Texts texts) {
        this.problem = problem;
        this.texts = texts;
    }

    String words() {
        String what = switch (problem.kind()) {
            case AWAY -> texts.get("draft.trouble.away");
            case LATE -> texts.get("draft.trouble.late");
            case BAD_KEY -> texts.get("draft.trouble.bad-key");
            case NO_CREDIT -> texts.get("draft.trouble.no-credit");
            case BUSY -> texts.get("draft.trouble.busy");
            case MODEL_NOT_FOUND -> texts.get("draft.trouble.no-model");
            case WRONG_URL -> texts.get("draft.trouble.wrong-url");
            case TOO_LONG -> texts.get("draft.trouble.too-long");
            case REFUSED -> texts.get("draft.trouble.refused");
            case FAULT -> texts.get("draft.trouble.fault");
            case NO_LEDGER -> texts.get("draft.trouble.no-ledger");
        };
        return problem.retryAfter().filter(wait -> wait.isPositive())
                .map(wait -> what + " " + texts.get("draft.trouble.wait", Math.max(1, wait.toSeconds()))).orElse(what);
    }

    boolean isMendedInSettings() {
        return MENDED_IN_SETTINGS.contains(problem.kind());
    }
}
