package acquaint.reply;

import acquaint.memory.Episode;
import acquaint.memory.Passage;
import acquaint.memory.ProfileItem;
import acquaint.memory.Utterance;
import acquaint.model.Address;
import acquaint.model.Customer;
import acquaint.model.Message;
import acquaint.privacy.Masked;
import acquaint.privacy.Masking;
import acquaint.privacy.Sensitive;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All pieces that a request offers, each section most important first: the customer's record, what is known, earlier tickets, and what was said in this
 * one, newest first. Nothing of other customers is among them, nor are internal notes. {@code sensitive} is how many items were left out for what they say.
 */
record Material(List<Piece> record, List<Piece> profile, List<Piece> history, List<Piece> conversation, int sensitive) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

    static Material of(DraftRequest request, Masking masking, ZoneId zone) {
        return new Reader(masking, zone).read(request);
    }

    static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }

    private record Reader(Masking masking, ZoneId zone) {

        Material read(DraftRequest request) {
            List<ProfileItem> told = request.recall().profile().stream().filter(item -> !isSensitive(item)).toList();
            var history = new ArrayList<Piece>();
            request.recall().episodes().forEach(episode -> history.add(piece(episode)));
            request.recall().passages().forEach(passage -> history.add(piece(passage)));
            List<Piece> said = Dialogue.of(request.conversation()).said().reversed().stream().map(this::piece).toList();
            return new Material(List.of(piece(request.customer())), told.stream().map(this::piece).toList(), history, said,
                    request.recall().profile().size() - told.size());
        }

        private boolean isSensitive(ProfileItem item) {
            String all = item.text() + "\n" + item.evidence();
            return Sensitive.in(all) || masking.holdsSecret(all);
        }

        private Piece piece(Customer customer) {
            String text = Stream.of(
                            Stream.of("Name: " + PlainText.line(customer.name())),
                            customer.addresses().stream().map(address -> word(address.kind()) + ": " + PlainText.line(address.value())),
                            customer.tier().stream().map(tier -> "Tier: " + PlainText.line(tier)),
                            customer.city().stream().map(city -> "City: " + PlainText.line(city)),
                            Stream.of("Customer since: " + day(customer.since(), zone)))
                    .flatMap(lines -> lines).collect(Collectors.joining("\n"));
            return piece(Piece.Section.RECORD, Cite.record(customer, customer.name()), "the customer's record on the desk", text);
        }

        private static String word(Address.Kind kind) {
            return switch (kind) {
                case EMAIL -> "E-mail";
                case PHONE -> "Telephone";
                case HANDLE -> "Handle";
            };
        }

        private Piece piece(ProfileItem item) {
            String how = item.corrected() ? "confirmed by an agent" : item.kind() == ProfileItem.Kind.TRAIT ? "seen more than once" : "said or on record";
            String when = item.at().equals(ProfileItem.UNDATED) ? "" : ", " + day(item.at(), zone);
            return piece(Piece.Section.PROFILE, Cite.profile(item), item.kind().name().toLowerCase(Locale.ROOT) + ", " + how + when, item.text());
        }

        private Piece piece(Episode episode) {
            String ended = episode.outcome().map(outcome -> ", " + outcome.kind().name().toLowerCase(Locale.ROOT)).orElse("");
            String text = Stream.of(episode.subject(), episode.summary(), episode.result().map(result -> "Outcome: " + result).orElse(""))
                    .map(String::strip).filter(line -> !line.isEmpty()).distinct().collect(Collectors.joining("\n"));
            return piece(Piece.Section.EPISODE, Cite.episode(episode, episode.summary()), "an earlier ticket, " + day(episode.from(), zone) + ended, text);
        }

        private Piece piece(Passage passage) {
            Utterance said = passage.utterance();
            String who = said.speaker() == Utterance.Speaker.CUSTOMER ? "the customer" : "the desk";
            return piece(Piece.Section.PASSAGE, Cite.passage(passage, 0), who + " in an earlier ticket, " + day(said.at(), zone), said.text());
        }

        private Piece piece(Message message) {
            String who = message.isFrom(Message.Kind.CUSTOMER) ? "the customer" : "our reply";
            return piece(Piece.Section.MESSAGE, Cite.message(message, 0), who + ", " + TIME.format(message.at().atZone(zone)), message.text());
        }

        private Piece piece(Piece.Section section, Evidence evidence, String heading, String text) {
            return Material.piece(section, evidence, heading, PlainText.of(text), masking);
        }
    }

    private static Piece piece(Piece.Section section, Evidence evidence, String heading, String text, Masking masking) {
        return piece(section, evidence, heading, text, masking.mask(text));
    }

    private static Piece piece(Piece.Section section, Evidence evidence, String heading, String text, Masked masked) {
        Masked quoted = masked.quoted();
        return new Piece(section, evidence, heading, text, quoted, Tokens.in(heading) + Tokens.in(quoted.text()) + PER_PIECE);
    }

    /** "Source 12: " and the line ends. */
    private static final int PER_PIECE = 6;

    /** The same piece, of so many tokens at most; its end is left out and that is said. */
    static Piece cut(Piece piece, int most, Masking masking) {
        if (piece.tokens() <= most) {
            return piece;
        }
        String heading = piece.heading() + ", the end left out";
        // Half a number would be told by no rule, so what is cut is masked already.
        Masked whole = masking.mask(piece.text());
        String beginning = Tokens.beginning(whole.text(), most * 3 / 4 - Tokens.in(heading) - PER_PIECE);
        return piece(piece.section(), piece.evidence(), heading, piece.text(), whole.beginning(beginning.length()));
    }
}
