package acquaint.ui;

import acquaint.reply.DraftReply;
import acquaint.reply.Evidence;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** What a draft rests on, numbered as in its sentences and grouped by where it comes from. Immutable. */
final class DraftSources {

    private static final double TIP_WIDTH = 360;

    private enum Group {
        TICKET, MEMORY, PAST;

        static Group of(Evidence evidence) {
            return switch (evidence.kind()) {
                case MESSAGE -> TICKET;
                case PROFILE, RECORD -> MEMORY;
                case EPISODE, PASSAGE, PRECEDENT, PAST_REPLY -> PAST;
            };
        }
    }

    private final SequencedMap<Evidence, Integer> numbers = new LinkedHashMap<>();

    DraftSources(DraftReply reply) {
        for (var sentence : reply.sentences()) {
            for (Evidence evidence : sentence.evidence()) {
                numbers.putIfAbsent(evidence, numbers.size() + 1);
            }
        }
    }

    SequencedMap<Evidence, Integer> numbers() {
        return numbers;
    }

    /** A heading and a chip for each source, group by group; a chip opens its source. */
    List<Node> nodes(EvidenceWords words, Texts texts, Consumer<Evidence> open) {
        Map<Group, List<Node>> groups = new EnumMap<>(Group.class);
        numbers.forEach((evidence, number) -> groups
                .computeIfAbsent(Group.of(evidence), _ -> new ArrayList<>()).add(chip(evidence, number, words, open)));
        var nodes = new ArrayList<Node>();
        groups.forEach((group, chips) -> {
            var heading = new Label(switch (group) {
                case TICKET -> texts.get("draft.sources.ticket");
                case MEMORY -> texts.get("draft.sources.memory");
                case PAST -> texts.get("draft.sources.past");
            });
            heading.getStyleClass().add("evidence-group");
            nodes.add(heading);
            nodes.addAll(chips);
        });
        return nodes;
    }

    private static Node chip(Evidence evidence, int number, EvidenceWords words, Consumer<Evidence> open) {
        var chip = new Button(number + "  " + words.title(evidence));
        chip.getStyleClass().setAll("evidence-source");
        var tip = new Tooltip(words.full(evidence));
        tip.setWrapText(true);
        tip.setPrefWidth(TIP_WIDTH);
        chip.setTooltip(tip);
        chip.setAccessibleText(words.full(evidence));
        chip.setMnemonicParsing(false);
        chip.setDisable(!EvidenceOpening.canOpen(evidence));
        chip.setOnAction(_ -> open.accept(evidence));
        return chip;
    }
}
