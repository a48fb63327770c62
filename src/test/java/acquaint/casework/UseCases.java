package acquaint.casework;

import acquaint.memory.CustomerMemory;
import acquaint.memory.everos.ConnectionTest;
import acquaint.memory.local.EmbeddingsCheck;
import acquaint.memory.local.EmbeddingsProblem;
import acquaint.privacy.Maskings;
import acquaint.privacy.PersonalData;
import acquaint.reply.ComposedDraft;
import acquaint.reply.DigestWriter;
import acquaint.reply.DraftWriter;
import acquaint.reply.Drafting;
import acquaint.reply.LanguageModel;
import acquaint.reply.Likeness;
import acquaint.reply.PromptTemplate;
import acquaint.reply.provider.OfferedModel;
import acquaint.settings.MeaningChoice;
import acquaint.settings.MemoryChoice;
import acquaint.settings.MemoryEnvironment;
import acquaint.settings.MemorySettings;
import acquaint.settings.ModelChoice;
import acquaint.settings.ModelKeys;
import acquaint.settings.PrivacyChoice;
import acquaint.settings.Secrets;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import acquaint.settings.Sharing;
import acquaint.settings.Supervision;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every use case of a desk, as one member has them. */
final class UseCases {

    private final Map<Class<?>, Object> objects = new HashMap<>();
    final SettingsFile file;

    UseCases(WorkingDesk work, Permissions who, Path directory) throws IOException {
        file = new SettingsFile(directory.resolve("settings.json"));
        file.load(Settings.firstStart("sam"));
        String me = who.me().name();
        var environment = MemoryEnvironment.NOTHING;
        var privacy = new PrivacyRules(PrivacyChoice.usual(Locale.US), file, who);
        var keys = new SharingKeys(new NoSecrets(), environment, "desk");
        var sharing = new MemorySharing(Sharing.OFF, file, keys, (_, _) -> {
            throw new IOException("nothing listens here");
        }, MemoryChoice.Embedded::new, who);
        var history = new HistoryCopy(work.desk);
        var engines = new MemoryEngines(MemorySettings.EMBEDDED, file, new NoSecrets(), environment, new Engines(work), history, sharing, () -> work.memory, who);
        var knowledge = new CustomerKnowledge(work.desk, work.memory, me);
        var lessons = new Lessons(work.desk, () -> new PersonalData(Set.of(), List.of()));
        var measures = new DraftMeasures(work.desk, work.clock, lessons, who);
        var rules = new SendRules(Supervision.USUAL, file, who);
        var targets = new HandoffTargets(Supervision.USUAL, file, who);
        Likeness likeness = (_, _) -> Optional.empty();
        var drafting = new Drafting(new Drafting.Means(Optional::empty, () -> PromptTemplate.original(PromptTemplate.Name.REPLY), List::of, () -> Locale.ENGLISH),
                new Maskings(privacy::rules), likeness, Clock.systemUTC());
        var drafts = new DraftReplies(work.desk, knowledge, work.memory, new DraftWriter(new ComposedDraft(ZoneOffset.UTC, privacy::rules), drafting), _ -> List.of(), draft -> draft, me);
        var replies = new Replies(work.desk, work.clock, me, rules);
        take(privacy, keys, sharing, history, engines, knowledge, lessons, measures, rules, targets, drafts, replies, who, work.backlog,
                new MemoryMeaning(new MeaningChoice.BuiltIn(), file, new NoSecrets(), environment, new Embedded(), () -> {}, who),
                new LanguageModels(new ModelChoice.None(), file, new ModelKeys(new NoSecrets(), Map.of()), new Models(), who),
                new ReplyPrompt(directory.resolve("prompt").resolve("reply.txt"), who), new Digests(drafts, work.memory, new DigestWriter(drafting)),
                new Queue(work.desk, me), new Conversations(work.desk, me), new Drafts(work.desk, work.clock), new TicketChanges(work.desk, work.clock, me),
                new Intake(work.desk, work.clock, me), new Imports(work.desk, work.clock, me), new MailIntake(work.desk, work.clock, me), new MemoryChanges(work.desk, work.memory, work.outbox, work.clock, who),
                new Members(work.desk, work.clock, who, file), new Handoffs(work.desk, work.clock, who, targets, rules, BriefNote::of),
                new Board(work.desk, work.clock, who), new HandoffFigures(work.desk, work.clock, ZoneOffset.UTC, who, measures),
                new Reviews(work.desk, work.clock, who, rules, drafts), new PromiseLedger(work.desk, work.clock, who),
                new Incidents(work.desk, replies, work.clock, who));
    }

    private void take(Object... all) {
        for (Object each : all) {
            objects.put(each.getClass(), each);
        }
    }

    <T> T get(Class<T> type) {
        return type.cast(objects.get(type));
    }

    boolean has(Class<?> type) {
        return objects.containsKey(type);
    }

    private static final class NoSecrets implements Secrets {

        @Override
        public Place place() {
            return Place.KEYCHAIN;
        }

        @Override
        public Optional<String> read(String name) {
            return Optional.of("key");
        }

        @Override
        public void write(String name, String secret) {}

        @Override
        public void remove(String name) {}
    }

    private record Engines(WorkingDesk work) implements MemoryEngines.Workshop {

        @Override
        public ConnectionTest test(MemoryChoice.Version version, URI url, Optional<String> key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String name(MemoryChoice.Version version) {
            return version.name();
        }

        @Override
        public CustomerMemory open(MemoryChoice choice, Optional<String> key) {
            return work.memory;
        }

        @Override
        public void exchange(MemoryChoice choice, Optional<String> key) {}
    }

    private static final class Embedded implements MemoryMeaning.Testing {

        @Override
        public EmbeddingsCheck check(MeaningChoice.Server server, Optional<String> key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<EmbeddingsProblem> problem() {
            return Optional.empty();
        }
    }

    private static final class Models implements LanguageModels.Workshop {

        @Override
        public LanguageModel open(ModelChoice.Server server, LanguageModels.Key key) {
            return null;
        }

        @Override
        public List<OfferedModel> offered(ModelChoice.Provider provider, URI url, Optional<String> key) {
            return List.of();
        }

        @Override
        public Optional<List<String>> ollama() {
            return Optional.empty();
        }
    }
}
