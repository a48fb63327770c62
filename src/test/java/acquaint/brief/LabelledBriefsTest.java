package acquaint.brief;

import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.brief.Labels.Score;
import acquaint.reply.Conversations;
import acquaint.reply.Conversations.Conversation;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Attempts and promises that the engine finds, against what a careful reader found; prints what the README says of it. */
class LabelledBriefsTest {

    @Test
    void mostOfWhatWasTriedIsFoundAndLittleElse() throws IOException {
        for (String set : List.of("dev", "held-out")) {
            Score score = Score.NONE;
            for (Labels labels : Labels.read().stream().filter(one -> one.set().equals(set) && !one.promisesOnly()).toList()) {
                List<BriefLine> lines = Attempts.in(conversation(labels).messages()).stream().map(one -> BriefLine.found(one.said().text(), Optional.of(one.result().name()), one.evidence())).toList();
                score = score.plus(Labels.score(labels.conversation(), labels.attempts(), lines, (label, line) -> label.results().contains(line.detail().orElse("")), _ -> true));
            }
            print("attempts", set, score);
        }
    }

    private static void print(String what, String set, Score score) {
        System.out.println(what + ", " + set + ": " + score);
        if (set.equals("dev") || Boolean.getBoolean("labels.all")) {
            score.wrong().forEach(one -> System.out.println("  too many  " + one));
            score.missed().forEach(one -> System.out.println("  missed    " + one));
        }
    }

    private static Conversation conversation(Labels labels) throws IOException {
        return Conversations.read().all().stream().filter(one -> one.ticket().id().value().equals(labels.conversation())).findFirst().orElseThrow();
    }
}
