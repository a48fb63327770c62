package acquaint.memory.everos;

import acquaint.memory.everos.Call.UnreadableAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers that all dialects give alike, once their envelope is off. Pure. */
final class Answers {

    private Answers() {}

    /** What is in the envelope; every answer with content has one. */
    static JsonNode data(Answer answer) throws UnreadableAnswer {
        JsonNode data = answer.body().path("data");
        if (!data.isObject()) {
            throw new UnreadableAnswer("the answer has no data");
        }
        return data;
    }

    static Added added(Answer answer, Optional<String> task) throws UnreadableAnswer {
        JsonNode data = data(answer);
        Added.Status status = switch (JsonTexts.text(data, "status").orElse(answer.status() == 202 ? "queued" : "accumulated")) {
            case "queued", "processing", "pending" -> Added.Status.QUEUED;
            case "extracted" -> Added.Status.EXTRACTED;
            default -> Added.Status.ACCUMULATED;
        };
        return new Added(status, data.path("message_count").asInt(), task);
    }

    static boolean flushed(Answer answer) throws UnreadableAnswer {
        return JsonTexts.text(data(answer), "status").filter("extracted"::equals).isPresent();
    }

    static Found found(Answer answer) throws UnreadableAnswer {
        JsonNode data = data(answer);
        return new Found(EpisodeReader.in(data), ProfileReader.in(data), PendingReader.in(data), data.path("total_count").asInt());
    }

    /** How many were deleted; an answer without a body does not say. */
    static int deleted(Answer answer) {
        JsonNode data = answer.body().path("data");
        return data.path("count").asInt(data.path("deleted").asInt(0));
    }

    /** A task's words differ; what has an end has ended. */
    static TaskState task(JsonNode json) {
        TaskState.Status status = switch (JsonTexts.text(json, "status").orElse("").toLowerCase(Locale.ROOT)) {
            case "success" -> TaskState.Status.SUCCESS;
            case "failed" -> TaskState.Status.FAILED;
            default -> json.hasNonNull("finished_at")
                    ? json.hasNonNull("error") ? TaskState.Status.FAILED : TaskState.Status.SUCCESS
                    : TaskState.Status.UNDER_WAY;
        };
        return new TaskState(JsonTexts.first(json, "id", "task_id").orElse(""), status, JsonTexts.first(json, "error", "error_code"));
    }

    static ProfileEdit.Outcome edited(Answer answer) throws UnreadableAnswer {
        JsonNode result = data(answer).path("results").path(0);
        return new ProfileEdit.Outcome(result.path("status").asText().equals("applied"),
                JsonTexts.first(result, "new_item_id", "item_id"), JsonTexts.text(result, "error").or(() -> JsonTexts.text(result.path("error"), "message")));
    }

    /** Health has no envelope; capabilities are told by newer servers only. */
    static ServiceHealth health(Answer answer) throws UnreadableAnswer {
        JsonNode json = answer.body();
        Optional<String> status = JsonTexts.text(json, "status");
        if (status.isEmpty()) {
            throw new UnreadableAnswer("the answer does not say how the server is");
        }
        var capabilities = new HashMap<String, Boolean>();
        json.path("capabilities").properties().forEach(entry -> capabilities.put(entry.getKey(), entry.getValue().asBoolean()));
        return new ServiceHealth(status.get().equals("ok") || status.get().equals("healthy"), JsonTexts.text(json, "version"), capabilities);
    }

    static Upload.Ticket signature(Answer answer) throws UnreadableAnswer {
        JsonNode json = answer.body();
        JsonNode signed = json.path("result").path("data").path("objectList").path(0);
        JsonNode target = signed.path("objectSignedInfo");
        if (!json.path("error").asText().equals("OK") || !target.hasNonNull("url") || !signed.hasNonNull("objectKey")) {
            throw new UnreadableAnswer("the storage refused the file: " + JsonTexts.text(json.path("result"), "data").or(() -> JsonTexts.text(json, "error")).orElse("no reason given"));
        }
        var fields = new LinkedHashMap<String, String>();
        target.path("fields").properties().forEach(entry -> fields.put(entry.getKey(), entry.getValue().asText()));
        return new Upload.Ticket(signed.path("objectKey").asText(), target.path("url").asText(), fields, target.path("maxSize").asLong(Long.MAX_VALUE));
    }

    /** Topics of articles, whichever of the two services named their fields. */
    static List<Article> articles(Answer answer) throws UnreadableAnswer {
        JsonNode data = data(answer);
        return Stream.concat(JsonTexts.each(data, "hits"), JsonTexts.each(data, "topics")).map(hit -> new Article(
                JsonTexts.first(hit, "id", "topic_id").orElse(""),
                JsonTexts.text(hit, "doc_id").or(() -> JsonTexts.first(hit.path("document"), "doc_id", "id")).orElse(""),
                JsonTexts.text(hit.path("document"), "title").orElse(""),
                JsonTexts.first(hit, "name", "topic_name").orElse(""),
                JsonTexts.text(hit, "summary").orElse(""),
                JsonTexts.text(hit, "content").orElse(""),
                JsonTexts.number(hit, "score"))).toList();
    }
}
