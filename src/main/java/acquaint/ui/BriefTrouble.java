package acquaint.ui;

import acquaint.casework.Handoffs;
import acquaint.casework.NotPermitted;
import acquaint.memory.MemoryException;
import acquaint.reply.ModelException;
import java.util.Optional;

/** Words for what went wrong with a brief where it was to be expected. Immutable. */
record BriefTrouble(Texts texts) {

    /** Empty for what nobody expected. */
    Optional<String> words(Throwable problem) {
        return Optional.ofNullable(switch (problem) {
            case ModelException model -> texts.get("brief.trouble.model", new ModelTrouble(model, texts).words());
            case MemoryException _ -> texts.get("brief.trouble.memory");
            case Handoffs.Unseen unseen -> texts.get("brief.trouble.unseen", unseen.messages().size());
            case Handoffs.AlreadyHandedOver _ -> texts.get("brief.trouble.already");
            case Handoffs.UnsuitableRecipient _ -> texts.get("brief.trouble.recipient");
            case Handoffs.IncompleteBrief _ -> texts.get("brief.trouble.incomplete");
            case NotPermitted _ -> texts.get("brief.trouble.not-permitted");
            case null, default -> null;
        });
    }
}
