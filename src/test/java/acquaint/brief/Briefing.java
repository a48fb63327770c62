package acquaint.brief;

import acquaint.model.Promise;
import acquaint.model.QueueRow;
import acquaint.privacy.Maskings;
import acquaint.privacy.PersonalData;
import acquaint.reply.DraftRequest;
import acquaint.reply.Drafting;
import acquaint.reply.LanguageModel;
import acquaint.reply.Progress;
import acquaint.reply.PromptTemplate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Writers of briefs and what they are asked, for tests. */
final class Briefing {

    static final Progress UNSEEN = new Progress() {
        @Override
        protected void more(String piece) {
            // Nobody looks.
        }
    };

    private Briefing() {}

    static BriefWriter writer(Optional<LanguageModel> model, Locale reader) {
        var rules = new PersonalData(Set.of("US"), Set.of());
        var means = new Drafting.Means(() -> model, () -> PromptTemplate.original(PromptTemplate.Name.REPLY), List::of, () -> reader);
        return new BriefWriter(new Drafting(means, new Maskings(() -> rules), (_, _) -> Optional.empty(), Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC)));
    }

    static Brief composed(BriefRequest request) {
        return writer(Optional.empty(), Locale.ENGLISH).compose(request);
    }

    /** As it stands when the last thing was said. */
    static BriefRequest of(DraftRequest material) {
        return of(material, List.of(), List.of(), Optional.empty());
    }

    static BriefRequest of(DraftRequest material, List<QueueRow> others, List<Promise> promises, Optional<Cause> cause) {
        return new BriefRequest(material, others, promises, cause, material.conversation().isEmpty() ? material.ticket().createdAt() : material.conversation().getLast().at());
    }
}
