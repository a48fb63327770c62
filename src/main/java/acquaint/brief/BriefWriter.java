package acquaint.brief;

import acquaint.reply.Drafting;
import acquaint.reply.LanguageModel;
import acquaint.reply.ModelException;
import acquaint.reply.PartsWriter;
import acquaint.reply.PartsWriter.Parts;
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

    /**
     * In the words of the language model where there is one; what it does not say with a source stays as composed. A model that fails is a {@link ModelException}, and
     * {@link #compose} needs none.
     */
    public Brief write(BriefRequest request, Progress progress) throws ModelException, InterruptedException {
        return write(request, progress, drafting.means().model().get());
    }

    /** By this model instead, or without one. */
    public Brief write(BriefRequest request, Progress progress, Optional<LanguageModel> model) throws ModelException, InterruptedException {
        Brief composed = compose(request);
        if (model.isEmpty() || request.material().conversation().isEmpty()) {
            return composed;
        }
        Parts parts = new PartsWriter(drafting).brief(request.material(), model.get(), progress);
        return new ModelBrief(composed, request.material().conversation(), new BriefWords(reader(), zone())).with(parts);
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
