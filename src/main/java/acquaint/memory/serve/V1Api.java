package acquaint.memory.serve;

import acquaint.memory.MemoryException;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The cloud's first version: {@code /api/v1/memories}, and what came before 1.0. Here is what goes in; {@link V1Reading} tells of it. */
final class V1Api implements Api {

    private static final String ROOT = "/api/v1/";
    private static final String MEMORIES = ROOT + "memories";
    /** Where what was said without a session is kept. */
    static final SessionId NO_SESSION = new SessionId("default");

    private final Shelf shelf;
    private final Tasks tasks;
    private final Clock clock;
    private final Registry registry;
    private final V1Reading reading;
    private final V1Deletion deletion;

    V1Api(Shelf shelf, Tasks tasks, Clock clock) {
        this.shelf = shelf;
        this.tasks = tasks;
        this.clock = clock;
        this.registry = new Registry(shelf.ledger());
        this.reading = new V1Reading(shelf);
        this.deletion = new V1Deletion(shelf);
    }

    @Override
    public Answer answer(Request request) throws MemoryException, InterruptedException {
        var fields = new Fields(Dialect.V1, request.body());
        if (request.method().equals("GET") && request.path().startsWith(ROOT + "tasks/")) {
            return task(request.path().substring((ROOT + "tasks/").length()));
        }
        Optional<Answer> registered = registry.answer(request, fields);
        if (registered.isPresent()) {
            return registered.get();
        }
        if (!request.method().equals("POST")) {
            throw Problem.notFound(Dialect.V1, "Not Found");
        }
        return switch (request.path()) {
            case MEMORIES -> add(fields, customer(fields), session(fields), "user", "assistant");
            case MEMORIES + "/agent" -> add(fields, customer(fields), session(fields), "user", "assistant", "tool");
            case MEMORIES + "/group" -> addToGroup(fields);
            case MEMORIES + "/flush", MEMORIES + "/agent/flush" -> flush(customer(fields), session(fields));
            case MEMORIES + "/group/flush" -> flush(Owner.group(fields.id("group_id")), NO_SESSION);
            case MEMORIES + "/search" -> reading.search(fields);
            case MEMORIES + "/get" -> reading.get(fields);
            case MEMORIES + "/delete" -> deletion.answer(fields);
            case ROOT + "object/sign" -> Uploads.unavailable();
            default -> throw Problem.notFound(Dialect.V1, "Not Found");
        };
    }

    private static CustomerId customer(Fields fields) {
        return new CustomerId(fields.id("user_id"));
    }

    private static SessionId session(Fields fields) {
        return fields.maybeId("session_id").map(SessionId::new).orElse(NO_SESSION);
    }

    private Answer add(Fields fields, CustomerId customer, SessionId session, String... roles) throws MemoryException, InterruptedException {
        var lines = new ArrayList<Sent>();
        for (Fields message : fields.messages()) {
            String role = message.oneOf("role", null, roles);
            message.checkToolCall(role);
            boolean user = role.equals("user");
            String sender = message.maybeId("sender_id").orElse(user ? customer.value() : Sent.ASSISTANT);
            lines.add(Sent.of(user, sender, registry.sender(sender), message.timestamp(clock.instant()), message.content(message.has("tool_calls"))));
        }
        return added(fields, customer, session, lines);
    }

    private Answer addToGroup(Fields fields) throws MemoryException, InterruptedException {
        CustomerId group = Owner.group(fields.id("group_id"));
        var lines = new ArrayList<Sent>();
        for (Fields message : fields.messages()) {
            String sender = message.id("sender_id");
            boolean user = message.oneOf("role", null, "user", "assistant").equals("user");
            lines.add(Sent.of(user, sender, message.maybe("sender_name").orElseGet(() -> registry.sender(sender)), message.timestamp(clock.instant()), message.content(false)));
        }
        return added(fields, group, NO_SESSION, lines);
    }

    private Answer added(Fields fields, CustomerId customer, SessionId session, List<Sent> lines) throws MemoryException, InterruptedException {
        boolean async = fields.flag("async_mode", true);
        boolean extracted = shelf.add(customer, session, lines);
        ObjectNode answer = Answer.object();
        ObjectNode data = answer.putObject("data").put("message_count", lines.size());
        if (async) {
            String id = "task_" + UUID.randomUUID().toString().replace("-", "");
            tasks.done(id, session.value());
            data.put("task_id", id).put("status", "queued").put("message", "Message accepted and queued for processing");
            return Answer.of(202, answer);
        }
        data.put("task_id", "").put("status", extracted ? "extracted" : "accumulated").put("message", "Messages accepted");
        return Answer.of(200, answer);
    }

    private Answer flush(CustomerId customer, SessionId session) throws MemoryException, InterruptedException {
        boolean extracted = shelf.flush(List.of(customer), session);
        ObjectNode answer = Answer.object();
        answer.putObject("data").put("request_id", "").put("status", extracted ? "extracted" : "no_extraction").put("message", "Flush completed");
        return Answer.of(200, answer);
    }

    private Answer task(String id) {
        if (tasks.find(id).isEmpty()) {
            throw Problem.notFound(Dialect.V1, "task not found");
        }
        ObjectNode answer = Answer.object();
        answer.putObject("data").put("task_id", id).put("status", "success");
        return Answer.of(200, answer);
    }
}
