package acquaint.brief;

import acquaint.memory.Episode;
import acquaint.memory.Outcome;
import acquaint.memory.Passage;
import acquaint.memory.ProfileItem;
import acquaint.memory.Recall;
import acquaint.model.Customer;
import acquaint.model.QueueRow;
import acquaint.model.SessionId;
import acquaint.model.TicketStatus;
import acquaint.reply.Cite;
import acquaint.reply.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What desk and memory know about the customer: who it is, and what happened in other tickets. */
final class Person {

    private static final int MOST_KNOWN = 5;
    private static final int MOST_TICKETS = 10;
    /** As many episodes as a search brings. */
    private static final int MOST_HISTORY = 10;
    private static final int LONGEST = 300;
    private static final Set<ProfileItem.Kind> TELLING = EnumSet.of(ProfileItem.Kind.PREFERENCE, ProfileItem.Kind.TRAIT, ProfileItem.Kind.TIER, ProfileItem.Kind.OTHER);

    private final BriefRequest request;
    private final BriefWords words;

    Person(BriefRequest request, BriefWords words) {
        this.request = request;
        this.words = words;
    }

    List<BriefLine> summary() {
        var lines = new ArrayList<BriefLine>();
        Customer customer = request.material().customer();
        String since = words.day(customer.since());
        String who = customer.tier().map(tier -> words.say("customer.tier", "name", customer.name(), "tier", tier, "date", since))
                .orElseGet(() -> words.say("customer", "name", customer.name(), "date", since));
        lines.add(BriefLine.found(who, Optional.empty(), Stream.concat(Stream.of(customer.name()), customer.tier().stream()).map(quote -> Cite.record(customer, quote)).toList()));
        lines.add(tickets(customer));
        known().limit(MOST_KNOWN).map(item -> BriefLine.found(item.text(), Optional.empty(), List.of(Cite.profile(item)))).forEach(lines::add);
        return lines;
    }

    private BriefLine tickets(Customer customer) {
        List<QueueRow> others = request.others();
        if (others.isEmpty()) {
            return BriefLine.found(words.say("customer.first"), Optional.empty(), List.of(Cite.record(customer, customer.name())));
        }
        long open = others.stream().filter(row -> row.status() != TicketStatus.CLOSED).count();
        String told = others.size() == 1 ? words.say("customer.ticket", "open", Long.toString(open))
                : words.say("customer.tickets", "count", Integer.toString(others.size()), "open", Long.toString(open));
        List<Evidence> subjects = others.stream().sorted(Comparator.comparing(QueueRow::lastAt).reversed()).limit(MOST_TICKETS)
                .map(row -> new Evidence(Evidence.Kind.PASSAGE, row.ticket().value(), Optional.of(row.ticket().session()), row.lastAt(), row.subject())).toList();
        return BriefLine.found(told, Optional.empty(), subjects);
    }

    /** Pinned ones first, in the order of the recall otherwise. */
    private Stream<ProfileItem> known() {
        return request.material().recall().profile().stream().filter(item -> TELLING.contains(item.kind()) || item.marks().contains(ProfileItem.Mark.PINNED))
                .sorted(Comparator.comparing(item -> !item.marks().contains(ProfileItem.Mark.PINNED)));
    }

    /** What the customer wants at all times. */
    Stream<ProfileItem> preferences() {
        return request.material().recall().profile().stream().filter(item -> item.kind() == ProfileItem.Kind.PREFERENCE);
    }

    /** Episodes of other tickets, best first; passages where no episode tells of their ticket. */
    List<BriefLine> history() {
        Recall recall = request.material().recall();
        SessionId here = request.material().ticket().id().session();
        List<Episode> episodes = recall.episodes().stream().filter(episode -> !episode.session().equals(here)).limit(MOST_HISTORY).toList();
        Set<SessionId> told = episodes.stream().map(Episode::session).collect(Collectors.toSet());
        Stream<BriefLine> passages = recall.passages().stream().filter(passage -> !passage.session().equals(here) && !told.contains(passage.session())).map(this::passage);
        return Stream.concat(episodes.stream().map(this::episode), passages).limit(MOST_HISTORY).toList();
    }

    private BriefLine episode(Episode episode) {
        String told = Stream.of(episode.summary(), episode.subject(), episode.narrative()).filter(text -> !text.isBlank()).findFirst().orElse(episode.id());
        String quote = cut(told);
        return BriefLine.found(words.day(episode.from()) + ": " + quote.replaceAll("\\s+", " "), episode.outcome().map(this::outcome), List.of(Cite.episode(episode, quote)));
    }

    private String outcome(Outcome outcome) {
        String kind = words.say("outcome." + outcome.kind().name().toLowerCase(Locale.ROOT));
        return outcome.text().isBlank() ? kind : kind + ": " + cut(outcome.text());
    }

    private BriefLine passage(Passage passage) {
        Evidence evidence = Cite.passage(passage, 0);
        return BriefLine.found(words.day(evidence.at()) + ": " + evidence.quote().replaceAll("\\s+", " "), Optional.empty(), List.of(evidence));
    }

    /** From the beginning, at the end of a word; what is cut still stands in its source. */
    private static String cut(String text) {
        String stripped = text.strip();
        int end = stripped.length() <= LONGEST ? stripped.length() : stripped.lastIndexOf(' ', LONGEST);
        return stripped.substring(0, end > 0 ? end : LONGEST);
    }
}
