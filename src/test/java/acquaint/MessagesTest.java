package acquaint;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import acquaint.brief.BriefPart;
import acquaint.casework.Alert;
import acquaint.casework.HandoffReport;
import acquaint.casework.Incidents;
import acquaint.casework.MemoryBacklog;
import acquaint.casework.Permission;
import acquaint.casework.QueueSort;
import acquaint.casework.QueueView;
import acquaint.casework.SharingKeys;
import acquaint.casework.WrongBecause;
import acquaint.memory.FoundBy;
import acquaint.memory.MemoryException;
import acquaint.memory.Outcome;
import acquaint.memory.Receipt;
import acquaint.memory.everos.ConnectionTest;
import acquaint.memory.local.EmbeddingsProblem;
import acquaint.model.HandoffCause;
import acquaint.model.HandoffState;
import acquaint.model.HandoffStep;
import acquaint.model.Message;
import acquaint.model.Priority;
import acquaint.model.Risk;
import acquaint.model.Role;
import acquaint.model.TicketStatus;
import acquaint.pattern.Difference;
import acquaint.pattern.LikeCase;
import acquaint.pattern.Moment;
import acquaint.pattern.Mood;
import acquaint.settings.Appearance;
import acquaint.settings.FirstRun;
import acquaint.settings.MemoryChoice;
import acquaint.settings.Secrets;
import acquaint.settings.Settings;
import acquaint.ui.KeyRefusal;
import acquaint.ui.ModelService;
import acquaint.ui.NewTicketController;
import acquaint.ui.PaletteGroup;
import acquaint.ui.Place;
import acquaint.ui.PromiseFilter;
import acquaint.ui.Shortcut;
import acquaint.ui.Welcome;
import acquaint.update.UpdateTrouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ChoiceFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the window: in every language the same keys with the same places, all of them used. Failures say what to paste. */
class MessagesTest {

    private static final Path FOLDER = Path.of("resources", "text");
    private static final String ENGLISH = "messages.properties";

    /** The enums whose constants {@code Texts.of} is asked for; their keys are made, never written. */
    private static final List<Class<? extends Enum<?>>> ENUMS = List.of(
            QueueView.class, ModelService.class, QueueSort.class, TicketStatus.class, Priority.class, Role.class, Permission.class, Message.Kind.class, Message.Delivery.class,
            MemoryException.Kind.class, WrongBecause.class, MemoryBacklog.Learned.class, MemoryBacklog.State.class, MemoryBacklog.What.class,
            Outcome.Kind.class, Moment.What.class, Mood.class, LikeCase.Fix.class, Difference.Kind.class, BriefPart.class, Risk.class, HandoffCause.class, HandoffState.class, HandoffStep.Kind.class, HandoffReport.AgeBand.class, PromiseFilter.class, Incidents.Unsent.Reason.class,
            Receipt.Copy.class, Receipt.Fate.class, FoundBy.class,
            MemoryChoice.Version.class, MemoryChoice.BadUrl.class, Secrets.Place.class, SharingKeys.Kept.class, ConnectionTest.Result.class, EmbeddingsProblem.class, NewTicketController.Origin.class, Settings.Theme.class, Appearance.Motion.class, Alert.Occasion.class, Place.class, KeyRefusal.class, PaletteGroup.class, Welcome.Page.class, FirstRun.Step.class, UpdateTrouble.class, Shortcut.class, Shortcut.Group.class);

    /** A reply that was never to be delivered has no state to tell. */
    private static final Set<String> MAY_BE_EMPTY = Set.of("enum.Delivery.NONE");

    private static final Pattern JAVA_TOKEN = Pattern.compile(
            "/\\*.*?\\*/|//[^\\n]*|'(?:\\\\.|[^'\\\\])'|\"((?:\\\\.|[^\"\\\\]++)*+)\"", Pattern.DOTALL);
    private static final Pattern FXML_KEY = Pattern.compile("\"%([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("[a-z]+(-[a-z]+)*(\\.[a-z]+(-[a-z]+)*)+");
    private static final Pattern ASKED = Pattern.compile("\\b(?:texts\\.get|notices\\.say)\\(\\s*\"([^\"]+)\"\\s*([,)])");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    private final Map<String, Bundle> bundles = read();
    private final Bundle english = bundles.get(ENGLISH);
    private final Collection<String> sources = files(Path.of("src", "main", "java"), ".java");
    private final SortedSet<String> inViews = matches(FXML_KEY, files(Path.of("resources", "view"), ".fxml"));
    private final SortedSet<String> inJava = matches(JAVA_TOKEN, sources);
    private final SortedSet<String> forEnums = ENUMS.stream()
            .flatMap(type -> Stream.of(type.getEnumConstants()))
            .map(constant -> "enum." + constant.getDeclaringClass().getSimpleName() + "." + constant.name())
            .collect(toCollection(TreeSet::new));

    /** One language: its texts in a map, and the keys that stand in the file more than once. */
    private record Bundle(SortedSet<String> keys, Map<String, String> texts, List<String> doubled) {}

    @Test
    void theTestSeesTheTextsAndWhereTheyAreUsed() {
        assertAll(
                () -> assertTrue(bundles.size() >= 2, "languages: " + bundles.keySet()),
                () -> assertTrue(english.keys().size() > 100, "keys: " + english.keys().size()),
                () -> assertTrue(inViews.size() > 20, "keys in views: " + inViews.size()),
                () -> assertTrue(inJava.contains("queue.row.nobody")));
    }

    @Test
    void everyLanguageHasEveryKey() {
        bundles.forEach((file, bundle) -> {
            nothing("Add to " + file + " and translate:", english.keys(), key -> !bundle.keys().contains(key), english.texts());
            nothing("Remove from " + file + ", or add to " + ENGLISH + ":", bundle.keys(), key -> !english.keys().contains(key), bundle.texts());
        });
    }

    @Test
    void noKeyStandsTwiceInAFile() {
        bundles.forEach((file, bundle) ->
                assertTrue(bundle.doubled().isEmpty(), () -> "Keep one of each in " + file + ":\n" + String.join("\n", bundle.doubled())));
    }

    @Test
    void everyKeyIsUsed() {
        nothing("Remove from every language:", english.keys(),
                key -> !inViews.contains(key) && !inJava.contains(key) && !forEnums.contains(key), english.texts());
    }

    @Test
    void everyUsedKeyExists() {
        Set<String> families = english.keys().stream().map(key -> key.substring(0, key.indexOf('.'))).collect(toCollection(TreeSet::new));
        var used = new TreeSet<>(inViews);
        used.addAll(forEnums);
        used.addAll(matches(ASKED, sources));
        inJava.stream().filter(text -> KEY.matcher(text).matches() && families.contains(text.substring(0, text.indexOf('.')))).forEach(used::add);
        nothing("Add to " + ENGLISH + " and the other languages:", used, key -> !english.keys().contains(key), Map.of());
    }

    @Test
    void noTextIsEmpty() {
        bundles.forEach((file, bundle) -> nothing("Say something in " + file + ":", bundle.keys(),
                key -> bundle.texts().get(key).isBlank() && !MAY_BE_EMPTY.contains(key), bundle.texts()));
    }

    @Test
    void everyLanguageHasTheSamePlacesForArguments() {
        bundles.forEach((file, bundle) -> nothing("Bring the {0}, {1} … in line with " + ENGLISH + " in " + file + ":", bundle.keys(),
                key -> english.keys().contains(key) && !places(bundle.texts().get(key)).equals(places(english.texts().get(key))), bundle.texts()));
    }

    /** In a pattern an apostrophe quotes what follows, so it has to be doubled; a text without places is shown as it stands. */
    @Test
    void apostrophesAreDoubledWhereAPatternNeedsItAndOnlyThere() {
        bundles.forEach((file, bundle) -> nothing("Repair the apostrophes in " + file + ":", bundle.keys(), key -> {
            String text = bundle.texts().get(key);
            return places(text).isEmpty() ? text.contains("''") : text.replace("''", "").contains("'");
        }, bundle.texts()));
    }

    @Test
    void everyPatternCanBeFilledIn() {
        bundles.forEach((file, bundle) -> nothing("Repair the pattern in " + file + ":", bundle.keys(),
                key -> !places(bundle.texts().get(key)).isEmpty() && !canBeFilledIn(bundle.texts().get(key)), bundle.texts()));
    }

    @Test
    void aTextWithPlacesIsAskedForWithArgumentsAndNoOther() {
        var wrong = new TreeSet<String>();
        inViews.stream().filter(key -> !places(english.texts().getOrDefault(key, "")).isEmpty()).forEach(wrong::add);
        for (String source : sources) {
            for (MatchResult asked : ASKED.matcher(source).results().toList()) {
                boolean given = asked.group(2).equals(",");
                if (given == places(english.texts().getOrDefault(asked.group(1), "")).isEmpty()) {
                    wrong.add(asked.group(1));
                }
            }
        }
        assertTrue(wrong.isEmpty(), () -> "Give arguments exactly where the text has places for them:\n" + String.join("\n", wrong));
    }

    /** German leaves a space where words are left out (Duden, rule 16), English does not. */
    @Test
    void dotsThatStandForWordsFollowTheRuleOfTheLanguage() {
        bundles.forEach((file, bundle) -> {
            Pattern wrong = Pattern.compile(file.contains("_de") ? "[^\\s(]…" : "\\s…");
            nothing("Put the … right in " + file + ":", bundle.keys(), key -> wrong.matcher(bundle.texts().get(key)).find(), bundle.texts());
        });
    }

    private static boolean canBeFilledIn(String pattern) {
        try {
            var format = new MessageFormat(pattern, Locale.ENGLISH);
            for (int number = 0; number <= 2; number++) {
                var arguments = new ArrayList<>();
                for (Format place : format.getFormatsByArgumentIndex()) {
                    arguments.add(place instanceof ChoiceFormat || place instanceof NumberFormat ? (Object) number : "word");
                }
                if (format.format(arguments.toArray()).matches(".*[{}|#].*")) {
                    return false;
                }
            }
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static SortedSet<String> places(String text) {
        return matches(PLACE, List.of(text));
    }

    /** Fails with lines to paste when any key is {@code wrong}. */
    private static void nothing(String advice, Collection<String> keys, Predicate<String> wrong, Map<String, String> texts) {
        String lines = keys.stream().filter(wrong).map(key -> key + "=" + escaped(texts.getOrDefault(key, ""))).collect(joining("\n"));
        if (!lines.isEmpty()) {
            fail(advice + "\n" + lines);
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static SortedSet<String> matches(Pattern pattern, Collection<String> texts) {
        return texts.stream().flatMap(text -> pattern.matcher(text).results())
                .map(match -> match.group(1)).filter(group -> group != null).collect(toCollection(TreeSet::new));
    }

    private static Map<String, Bundle> read() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            var bundles = new TreeMap<String, Bundle>();
            files.filter(file -> file.getFileName().toString().matches("messages(_\\w+)?\\.properties"))
                    .forEach(file -> bundles.put(file.getFileName().toString(), bundle(file)));
            assertFalse(bundles.isEmpty(), "no texts in " + FOLDER);
            return bundles;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Bundle bundle(Path file) {
        var texts = new TreeMap<String, String>();
        var doubled = new ArrayList<String>();
        var properties = new Properties() {
            @Override
            public synchronized Object put(Object key, Object value) {
                if (texts.put((String) key, (String) value) != null) {
                    doubled.add((String) key);
                }
                return super.put(key, value);
            }
        };
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Bundle(new TreeSet<>(texts.keySet()), texts, doubled);
    }

    private static List<String> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).map(MessagesTest::text).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
