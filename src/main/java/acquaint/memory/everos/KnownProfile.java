package acquaint.memory.everos;

import acquaint.memory.ProfileItem;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A customer's profile as an agent sees it: what the service tells, without what was forgotten, and with the agents'
 * corrections in the place of what they correct. Pure.
 */
final class KnownProfile {

    private static final Comparator<ProfileItem> ORDER = Comparator.comparing(ProfileItem::pinned).thenComparing(ProfileItem::corrected).reversed()
            .thenComparing(ProfileItem::at, Comparator.reverseOrder());

    /** Of these a customer has one at a time, so a correction of one is a correction of all. */
    private static final Set<ProfileItem.Kind> SINGLE =
            EnumSet.of(ProfileItem.Kind.NAME, ProfileItem.Kind.PHONE, ProfileItem.Kind.TIER);

    private static final String HEARD_FROM = "\n";

    private final CustomerId customer;
    private final List<Overlay.Correction> corrections;
    private final Map<String, Set<ProfileItem.Mark>> marks;
    private final Hidden hidden;
    private final Map<String, SessionId> sessionOfEpisode;

    /** {@code sessionOfEpisode} tells by an episode's or memory cell's id in which session it was said, as far as known. */
    KnownProfile(CustomerId customer, List<Overlay.Correction> corrections, Map<String, Set<ProfileItem.Mark>> marks, Hidden hidden, Map<String, SessionId> sessionOfEpisode) {
        this.customer = customer;
        this.corrections = corrections;
        this.marks = marks;
        this.hidden = hidden;
        this.sessionOfEpisode = sessionOfEpisode;
    }

    /** Pinned items first, then corrected ones, then newest first. */
    List<ProfileItem> of(List<EverOsItem> items) {
        var shown = new LinkedHashMap<String, ProfileItem>();
        corrections.forEach(correction -> shown.putIfAbsent(correction.itemId(), marked(item(correction))));
        for (EverOsItem told : items) {
            ProfileItem item = item(told);
            if (!hidden.hides(item.id(), told) && !isCorrected(item)) {
                shown.putIfAbsent(item.id(), marked(item));
            }
        }
        var said = new HashSet<String>();
        return shown.values().stream().sorted(ORDER)
                .filter(item -> said.add(item.kind() + item.text().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private boolean isCorrected(ProfileItem item) {
        return corrections.stream().anyMatch(correction -> correction.itemId().equals(item.id())
                || correction.kind() == item.kind() && (SINGLE.contains(item.kind()) || correction.former().equalsIgnoreCase(item.text())));
    }

    private ProfileItem marked(ProfileItem item) {
        ProfileItem marked = item;
        for (ProfileItem.Mark mark : marks.getOrDefault(item.id(), Set.of())) {
            marked = marked.marked(mark, true);
        }
        return marked;
    }

    /** What it said before is its history; when it was said nobody wrote down. */
    private ProfileItem item(Overlay.Correction correction) {
        return new ProfileItem(correction.itemId(), customer, correction.kind(), correction.text(), correction.evidence(),
                Optional.empty(), Optional.empty(), correction.at(), 1, Set.of(ProfileItem.Mark.CORRECTED),
                List.of(new ProfileItem.Former(correction.former(), correction.evidence(), Optional.empty(), ProfileItem.UNDATED, false)));
    }

    private ProfileItem item(EverOsItem told) {
        Optional<SessionId> session = told.sources().reversed().stream()
                .map(source -> sessionOfEpisode.get(source.id())).filter(java.util.Objects::nonNull).findFirst();
        Instant at = told.sources().stream().flatMap(source -> source.at().stream()).max(Comparator.naturalOrder())
                .or(told::updatedAt).orElse(ProfileItem.UNDATED);
        return new ProfileItem(id(told), customer, kind(told), text(told), told.evidence().orElse(""), Optional.empty(), session, at,
                (int) Math.max(1, told.sources().stream().map(EverOsItem.Source::id).distinct().count()), Set.of(), List.of());
    }

    /** The service's own id, or one made of what the item says, where the service has none. */
    static String id(EverOsItem told) {
        return told.itemId().orElseGet(() -> "said-" + hash(told.type() + "\n" + told.label() + "\n" + told.description()));
    }

    /** What an item was heard from, for {@link Overlay.Forgotten#detail}. */
    static String heardFrom(EverOsItem told) {
        return told.sources().isEmpty()
                ? told.evidence().orElse("")
                : told.sources().stream().map(EverOsItem.Source::id).distinct().collect(Collectors.joining(HEARD_FROM));
    }

    /** Whether an item was heard from something that is not in {@code detail}; one that does not say from what, was not. */
    static boolean isHeardAnew(EverOsItem told, String detail) {
        if (told.sources().isEmpty()) {
            return told.evidence().filter(evidence -> !evidence.equals(detail)).isPresent();
        }
        Set<String> before = new HashSet<>(List.of(detail.split(HEARD_FROM)));
        return told.sources().stream().anyMatch(source -> !before.contains(source.id()));
    }

    private static ProfileItem.Kind kind(EverOsItem told) {
        String label = told.label().toLowerCase(Locale.ROOT);
        if (label.matches("(full |first |last |user |customer |preferred )?name")) {
            return ProfileItem.Kind.NAME;
        }
        if (label.matches("e-?mail.*")) {
            return ProfileItem.Kind.EMAIL;
        }
        if (label.matches("(tele|mobile )?phone( number)?|mobile( number)?")) {
            return ProfileItem.Kind.PHONE;
        }
        if (label.matches("(membership |loyalty |customer |service )?(tier|plan|level|status)|membership")) {
            return ProfileItem.Kind.TIER;
        }
        if (label.matches("(postal |home |shipping |delivery )?address|location|city|zip( code)?")) {
            return ProfileItem.Kind.ADDRESS;
        }
        if (label.matches("(account|customer|user)( (id|number|name))?")) {
            return ProfileItem.Kind.ACCOUNT;
        }
        if (label.contains("prefer")) {
            return ProfileItem.Kind.PREFERENCE;
        }
        return told.type() == EverOsItem.Type.TRAIT ? ProfileItem.Kind.TRAIT : ProfileItem.Kind.OTHER;
    }

    private static String text(EverOsItem told) {
        boolean says = told.label().isBlank() || told.description().toLowerCase(Locale.ROOT).contains(told.label().toLowerCase(Locale.ROOT));
        boolean unlabelled = kind(told) == ProfileItem.Kind.OTHER || kind(told) == ProfileItem.Kind.TRAIT;
        return unlabelled && !says ? told.label() + ": " + told.description() : told.description();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
