package acquaint.memory.everos;

import acquaint.memory.everos.Call.UnreadableAnswer;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what became of a write. */
final class OutcomeReader {

    private static final int ACCEPTED = 202;

    private OutcomeReader() {}

    /** {@code task} is what names the work that is left, if any is. */
    static Added added(Answer answer, int sent, Optional<String> task) throws UnreadableAnswer {
        LooseObject data = LooseObject.data(answer);
        // The service has taken the messages whatever word it has for that; only the status says whether it is done with them.
        Added.Status status = data.text("status").flatMap(OutcomeReader::status)
                .orElse(answer.status() == ACCEPTED ? Added.Status.QUEUED : Added.Status.ACCUMULATED);
        return new Added(status, data.count("message_count").orElse(sent), status == Added.Status.QUEUED ? task : Optional.empty());
    }

    private static Optional<Added.Status> status(String word) {
        return Stream.of(Added.Status.values()).filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word)).findFirst();
    }

    /** The id that cloud v2 gives a request and, as far as is documented, the work that it began. */
    static Optional<String> requestId(Answer answer) {
        return new LooseObject(answer.body()).text("request_id").or(answer::requestId);
    }

    static boolean flushed(Answer answer) throws UnreadableAnswer {
        String status = LooseObject.data(answer).text("status").orElse("");
        return switch (status) {
            case "extracted" -> true;
            case "no_extraction" -> false;
            default -> throw new UnreadableAnswer("nobody knows what a flush comes to that is \"" + status + '"');
        };
    }

    /** 0 where the service does not say it; there may be no body at all (204). */
    static int deleted(Answer answer) {
        LooseObject data = new LooseObject(answer.body()).object("data");
        return data.count("count").or(() -> data.count("deleted")).orElse(0);
    }

    static int tagged(Answer answer) throws UnreadableAnswer {
        return LooseObject.data(answer).count("matched").orElse(0);
    }

    static EverOsEpisode updated(Answer answer) throws UnreadableAnswer {
        return EpisodeReader.one(LooseObject.data(answer)).orElseThrow(() -> new UnreadableAnswer("the answer is not an episode"));
    }

    /** The outcome of the only operation. A refused one is answered with success, too. */
    static ProfileEdit.Outcome edited(Answer answer) throws UnreadableAnswer {
        LooseObject data = LooseObject.data(answer);
        LooseObject result = data.objects("results").stream().findFirst()
                .orElseThrow(() -> new UnreadableAnswer("the answer does not say what became of the edit"));
        return new ProfileEdit.Outcome(
                result.text("status").filter("applied"::equals).isPresent(),
                result.text("new_item_id", "item_id"),
                result.text("error").or(() -> result.object("error").text("message", "code")));
    }
}
