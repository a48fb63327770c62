package acquaint.brief;

import acquaint.model.Message;
import acquaint.reply.DraftReply.Support;
import acquaint.reply.Evidence;
import acquaint.reply.PartsWriter.Parts;
import acquaint.reply.PartsWriter.Told;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts a model's sentences into a composed brief: those that name a source they were given, say nothing that stands nowhere, and stand in the part where their source
 * allows it. What a composed line rests on and no sentence names stays as it was composed. For one brief.
 */
final class ModelBrief {

    private static final Map<String, BriefPart> PARTS = Map.of("TRIED", BriefPart.TRIED, "VERIFIED", BriefPart.VERIFIED, "CLAIMED", BriefPart.CLAIMED, "HISTORY", BriefPart.HISTORY,
            "OPEN", BriefPart.OPEN_QUESTIONS, "DECISION", BriefPart.DECISION, "NEXT", BriefPart.NEXT_STEP);
    /** They propose, and what is proposed stands in no source; their facts must all the same. */
    private static final Set<BriefPart> PROPOSING = EnumSet.of(BriefPart.DECISION, BriefPart.NEXT_STEP, BriefPart.OPEN_QUESTIONS);
    private static final int MOST = 5;

    private final Brief composed;
    private final BriefWords words;
    private final Set<String> customers;

    ModelBrief(Brief composed, List<Message> conversation, BriefWords words) {
        this.composed = composed;
        this.words = words;
        customers = conversation.stream().filter(message -> message.isFrom(Message.Kind.CUSTOMER)).map(message -> message.id().value()).collect(Collectors.toSet());
    }

    Brief with(Parts parts) {
        var told = new EnumMap<BriefPart, List<BriefLine>>(BriefPart.class);
        for (Told one : parts.told()) {
            BriefPart part = PARTS.get(one.part());
            if (part != null && fits(part, one)) {
                told.computeIfAbsent(part, _ -> new ArrayList<>()).add(BriefLine.found(one.sentence().text(), detail(part, one), evidence(one)));
            }
        }
        if (told.isEmpty()) {
            return composed;
        }
        var lines = new EnumMap<BriefPart, List<BriefLine>>(BriefPart.class);
        lines.putAll(composed.lines());
        told.forEach((part, all) -> lines.put(part, joined(part, all.subList(0, Math.min(MOST, all.size())))));
        return new Brief(composed.ticket(), composed.writtenAt(), lines, Optional.of(parts.writing()));
    }

    private boolean fits(BriefPart part, Told one) {
        boolean said = PROPOSING.contains(part) ? one.sentence().missing().isEmpty() : one.sentence().support() == Support.SUPPORTED;
        return said && !one.named().isEmpty() && switch (part) {
            case TRIED -> result(one).isPresent() && !onlyCustomer(one);
            case VERIFIED -> !onlyCustomer(one);
            case CLAIMED -> one.named().stream().anyMatch(this::isCustomers);
            case HISTORY -> one.named().stream().anyMatch(evidence -> evidence.kind() == Evidence.Kind.EPISODE || evidence.kind() == Evidence.Kind.PASSAGE);
            default -> true;
        };
    }

    private boolean onlyCustomer(Told one) {
        return one.named().stream().allMatch(this::isCustomers);
    }

    private boolean isCustomers(Evidence evidence) {
        return evidence.kind() == Evidence.Kind.MESSAGE && customers.contains(evidence.ref());
    }

    /** What the check found where it is of a source that was named, since it quotes the very sentence. */
    private static List<Evidence> evidence(Told one) {
        Set<String> named = one.named().stream().map(Evidence::ref).collect(Collectors.toSet());
        List<Evidence> found = one.sentence().evidence().stream().filter(evidence -> named.contains(evidence.ref())).toList();
        return found.isEmpty() ? one.named() : found;
    }

    private static Optional<Attempt.Result> result(Told one) {
        return Stream.of(Attempt.Result.values()).filter(result -> result.name().equals(one.mark().strip().toUpperCase(Locale.ROOT))).findFirst();
    }

    private Optional<String> detail(BriefPart part, Told one) {
        return part == BriefPart.TRIED ? result(one).map(words::result) : Optional.empty();
    }

    /** Composed proposals give way as a whole. */
    private List<BriefLine> joined(BriefPart part, List<BriefLine> told) {
        if (part == BriefPart.DECISION || part == BriefPart.NEXT_STEP) {
            return told;
        }
        var named = new HashSet<String>();
        told.forEach(line -> line.evidence().forEach(evidence -> named.add(evidence.ref())));
        Stream<BriefLine> left = composed.of(part).stream().filter(line -> line.evidence().stream().noneMatch(evidence -> named.contains(evidence.ref())));
        return Stream.concat(told.stream(), left).toList();
    }
}
