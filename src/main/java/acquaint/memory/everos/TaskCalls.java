package acquaint.memory.everos;

import acquaint.memory.everos.Call.UnreadableAnswer;
import acquaint.memory.everos.TaskState.Status;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks the cloud about its own work, which is the same in both versions under another root. */
final class TaskCalls {

    /** The usual upper limit of a page in the contract. */
    private static final int PAGE = 100;

    private TaskCalls() {}

    static Call<TaskState> byId(String root, String id) {
        return get(root + "/tasks/" + UrlPart.of(id), answer -> state(LooseObject.data(answer), id));
    }

    static Call<List<TaskState>> ofSession(String root, String session) {
        return get(root + "/tasks?session_id=" + UrlPart.of(session) + "&page=1&page_size=" + PAGE, answer ->
                LooseObject.data(answer).objects("items").stream().flatMap(TaskCalls::listed).toList());
    }

    /** How many tasks there are: cheap, and known to cloud v2 only. */
    static Call<ServiceHealth> statistics(String root) {
        return get(root + "/tasks/stats", answer -> {
            LooseObject data = LooseObject.data(answer);
            if (!data.has("total") && !data.has("by_status")) {
                throw new UnreadableAnswer("the answer does not count tasks");
            }
            return HealthReader.WELL;
        });
    }

    private static <T> Call<T> get(String path, Call.Reading<T> reading) {
        return new Call<>(Call.Method.GET, path, Optional.empty(), Call.Effect.NONE, reading);
    }

    private static Stream<TaskState> listed(LooseObject item) {
        return item.text("id", "task_id").map(id -> state(item, id)).stream();
    }

    private static TaskState state(LooseObject task, String asked) {
        Optional<String> error = task.text("error").or(() -> task.object("error").text("message", "code")).or(() -> task.text("error_code"));
        return new TaskState(task.text("id", "task_id").orElse(asked), status(task, error.isPresent()), error);
    }

    /** The list of words is open: a task of any other word is over when it has an end. */
    private static Status status(LooseObject task, boolean failed) {
        return switch (task.text("status").orElse("")) {
            case "success" -> Status.SUCCESS;
            case "failed" -> Status.FAILED;
            default -> {
                if (!task.has("finished_at")) {
                    yield Status.UNDER_WAY;
                }
                yield failed ? Status.FAILED : Status.SUCCESS;
            }
        };
    }
}
