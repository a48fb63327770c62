package acquaint;

import acquaint.brief.BriefWriter;
import acquaint.casework.Briefs;
import acquaint.casework.CustomerKnowledge;
import acquaint.casework.DeskVocabulary;
import acquaint.casework.Digests;
import acquaint.casework.DraftMeasures;
import acquaint.casework.DraftReplies;
import acquaint.casework.LanguageModels;
import acquaint.casework.Lessons;
import acquaint.casework.LikeCases;
import acquaint.casework.PrivacyRules;
import acquaint.casework.RecurringIssues;
import acquaint.casework.ReplyPrompt;
import acquaint.casework.past.PastReplies;
import acquaint.memory.CustomerMemory;
import acquaint.privacy.Ledger;
import acquaint.privacy.Maskings;
import acquaint.reply.ComposedDraft;
import acquaint.reply.DigestWriter;
import acquaint.reply.DraftWriter;
import acquaint.reply.Drafting;
import acquaint.reply.Likeness;
import acquaint.reply.MeaningLikeness;
import acquaint.settings.ModelKeys;
import acquaint.store.Desk;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;

/** What a desk reads and writes by itself: drafts, digests and briefs, the models behind them, and what it learned from earlier replies. */
final class DraftWiring implements AutoCloseable {

    private final Desk desk;
    private final String me;
    private final PrivacyRules privacy;
    private final CustomerKnowledge knowledge;
    private final CustomerMemory memory;
    private final MeaningLikeness likeness;
    private final Ledger ledger;
    private final ModelWorkshop workshop;
    private final LanguageModels models;
    private final ReplyPrompt prompt;
    private final Lessons lessons;
    private final DraftMeasures measures;
    private final PastReplies pastReplies;
    private final DraftReplies replies;
    private final Digests digests;
    private final Briefs briefs;
    private final RecurringIssues recurring;
    private final LikeCases likeCases;

    /** {@code background} reads earlier replies into their index. */
    DraftWiring(OpenedDesk at, TeamWiring team, MemoryWiring memories, CustomerKnowledge knowledge, DeskVocabulary vocabulary, Executor background) {
        desk = at.desk();
        me = at.agent();
        privacy = team.privacy();
        memory = memories.memory();
        this.knowledge = knowledge;
        likeness = new MeaningLikeness(memories::sentenceModel);
        ledger = new Ledger(at.directory().ledger(), at.clock());
        workshop = new ModelWorkshop(ledger);
        models = new LanguageModels(at.settings().model(), at.file(), new ModelKeys(at.secrets(), System.getenv()), workshop, team.permissions());
        prompt = new ReplyPrompt(at.directory().replyPrompt(), team.permissions());
        lessons = new Lessons(desk, privacy::rules);
        measures = new DraftMeasures(desk, at.clock(), lessons, team.permissions());
        pastReplies = new PastReplies(desk, at.directory().pastReplies(), likeness, background);
        Optional<String> language = at.settings().language();
        Drafting drafting = drafting(new Drafting.Means(models::model, prompt::current, lessons::active,
                () -> language.map(Locale::forLanguageTag).orElseGet(Locale::getDefault)));
        replies = replies(drafting);
        digests = new Digests(replies, memory, new DigestWriter(drafting));
        briefs = new Briefs(desk, replies, knowledge, new BriefWriter(drafting), at.clock());
        recurring = new RecurringIssues(desk, vocabulary, memory, likeness);
        likeCases = new LikeCases(desk, vocabulary, pastReplies, likeness, privacy::rules, at.clock());
    }

    /** Drafts of this desk, written by other means. */
    DraftReplies replies(Drafting.Means means) {
        return replies(drafting(means));
    }

    private Drafting drafting(Drafting.Means means) {
        return new Drafting(means, new Maskings(privacy::rules), likeness, Clock.systemDefaultZone());
    }

    private DraftReplies replies(Drafting drafting) {
        var writer = new DraftWriter(new ComposedDraft(ZoneId.systemDefault(), privacy::rules), drafting);
        return new DraftReplies(desk, knowledge, memory, writer, pastReplies, lessons::applied, me);
    }

    DraftReplies replies() {
        return replies;
    }

    /** How alike texts are in meaning. */
    Likeness likeness() {
        return likeness;
    }

    /** What left for language models. */
    Ledger ledger() {
        return ledger;
    }

    LanguageModels models() {
        return models;
    }

    ReplyPrompt prompt() {
        return prompt;
    }

    Lessons lessons() {
        return lessons;
    }

    DraftMeasures measures() {
        return measures;
    }

    PastReplies pastReplies() {
        return pastReplies;
    }

    Digests digests() {
        return digests;
    }

    Briefs briefs() {
        return briefs;
    }

    RecurringIssues recurring() {
        return recurring;
    }

    LikeCases likeCases() {
        return likeCases;
    }

    /** Call it when nothing reads earlier replies any more, which {@link #pastReplies} closed themselves. */
    @Override
    public void close() {
        workshop.close();
        likeness.close();
    }
}
