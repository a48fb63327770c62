package acquaint.memory.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Answers about tasks, whose errors have a type beside their code. */
record V2Tasks(Tasks tasks) {

    Answer answer(String route, Map<String, String> query) {
        if (route.equals("/tasks/stats")) {
            int all = tasks.all().size();
            ObjectNode data = Answer.object().put("total", all);
            data.putObject("by_status").put("queued", 0).put("processing", 0).put("pending", 0).put("success", all).put("failed", 0);
            return V2Api.told(200, data);
        }
        if (route.equals("/tasks")) {
            return list(query);
        }
        String id = route.substring("/tasks/".length());
        return tasks.find(id).map(task -> V2Api.told(200, json(task)))
                .orElseThrow(() -> new Problem(404, "not_found", "task not found").ofType("not_found_error"));
    }

    private Answer list(Map<String, String> query) {
        if (query.containsKey("session_id") && query.get("session_id").isBlank()) {
            throw invalid("session_id must not be blank");
        }
        List<Tasks.Task> all = tasks.all().stream()
                .filter(task -> !query.containsKey("session_id") || task.session().equals(query.get("session_id")))
                .filter(_ -> !query.containsKey("status") || query.get("status").equals("success"))
                .toList();
        int page = number(query, "page", 1);
        int size = number(query, "page_size", 20);
        ObjectNode data = Answer.object();
        ArrayNode items = data.putArray("items");
        all.stream().skip((page - 1L) * size).limit(size).forEach(task -> items.add(json(task)));
        return V2Api.told(200, data.put("page", page).put("page_size", size).put("total", all.size()));
    }

    private static int number(Map<String, String> query, String name, int usual) {
        try {
            int value = query.containsKey(name) ? Integer.parseInt(query.get(name)) : usual;
            if (value >= 1) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number that is too small.
        }
        throw invalid(name + " must be a positive number");
    }

    private static ObjectNode json(Tasks.Task task) {
        return Answer.object().put("id", task.id()).put("task_type", "memory_add").put("status", "success")
                .put("created_at", V2Api.time(task.at())).put("finished_at", V2Api.time(task.at()));
    }

    private static Problem invalid(String message) {
        return new Problem(400, "invalid_request", message).ofType("invalid_request_error");
    }
}
