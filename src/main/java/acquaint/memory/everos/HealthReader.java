package acquaint.memory.everos;

import acquaint.memory.everos.Call.UnreadableAnswer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Asks servers of one's own how they are, and reads what they say; that tells their generation, too. */
final class HealthReader {

    /** What is known of a service that answers and says nothing of itself. */
    static final ServiceHealth WELL = new ServiceHealth(true, Optional.empty(), Map.of());

    private HealthReader() {}

    static Call<ServiceHealth> ask(Call.Reading<ServiceHealth> reading) {
        return new Call<>(Call.Method.GET, "/health", Optional.empty(), Call.Effect.NONE, reading);
    }

    /** A server from 1.0 on. It is well when it says "ok", even while its index is behind. */
    static ServiceHealth sinceOne(Answer answer) throws UnreadableAnswer {
        var json = new LooseObject(answer.body());
        Optional<String> status = json.text("status");
        if (!json.object("capabilities").json().isObject() && !status.equals(Optional.of("ok"))) {
            throw new UnreadableAnswer("this is not how an EverOS server from 1.0 on says how it is");
        }
        return new ServiceHealth(status.equals(Optional.of("ok")), json.text("version"), capabilities(json));
    }

    /** A server of before 1.0, which says "healthy". */
    static ServiceHealth beforeOne(Answer answer) throws UnreadableAnswer {
        var json = new LooseObject(answer.body());
        if (json.has("capabilities") || json.text("status").filter("healthy"::equals).isEmpty()) {
            throw new UnreadableAnswer("this is not how an EverOS server before 1.0 says how it is");
        }
        return new ServiceHealth(true, json.text("version"), Map.of());
    }

    private static Map<String, Boolean> capabilities(LooseObject json) {
        var capabilities = new LinkedHashMap<String, Boolean>();
        json.object("capabilities").json().propertyStream().filter(each -> each.getValue().isBoolean())
                .forEach(each -> capabilities.put(each.getKey(), each.getValue().booleanValue()));
        return capabilities;
    }
}
