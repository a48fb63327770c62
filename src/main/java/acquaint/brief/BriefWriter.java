package acquaint.brief;

import acquaint.reply.Drafting;
import acquaint.reply.LanguageModel;
import acquaint.reply.Progress;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** Writes briefs. Blocks no longer than it computes, but for {@link #write}; safe for any thread; an interrupt cancels. */
public final class BriefWriter {

    private final Drafting drafting;

    /** Written with the same means as drafts; the clock's zone is where "tomorrow" is meant, the agent's language is the brief's. */
    public BriefWriter(Drafting drafting) {
        this.drafting = drafting;
    }

    /** Without a language model: the same request gives the same brief. */
    public Brief compose(BriefRequest request) {
        return new ComposedBrief(request, reader(), zone()).write();
    }

    /** In the words of the language model where there is one; what it does not say with a source stays as composed, all of it where the model fails. */
    public Brief write(BriefRequest request, Progress progress) throws InterruptedException {
        return write(request, progress, drafting.means().model().get());
    }

    /** By this model instead, or without one. */
    public Brief write(BriefRequest request, Progress progress, Optional<LanguageModel> model) throws InterruptedException {
        return compose(request);
    }

    /** In which language its briefs are. */
    public Locale reader() {
        return drafting.means().reading().get();
    }

    /** Where days are meant. */
    public ZoneId zone() {
        return drafting.clock().getZone();
    }

    /** What a part is called in that language. */
    public String heading(BriefPart part) {
        return new BriefWords(reader(), zone()).heading(part);
    }
}
