package acquaint.memory.serve;

import acquaint.memory.AtomicFact;
import acquaint.memory.Passage;
import acquaint.memory.ProfileItem;
import acquaint.memory.Utterance;
import acquaint.model.CustomerId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Memories in the words of the first version. */
final class V1Json {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    private V1Json() {}

    /** As a search tells it. */
    static void found(ObjectNode json, Told told) {
        withFacts(episode(json, told), told);
    }

    /** As a listing tells it. */
    static void listed(ObjectNode json, Told told) {
        ArrayNode senders = episode(json, told).putArray("sender_ids");
        told.senders().forEach(senders::add);
    }

    private static ObjectNode episode(ObjectNode json, Told told) {
        json.put("id", told.id()).put("user_id", told.user().orElse(null)).put("group_id", told.group().orElse(null))
                .put("session_id", told.episode().session().value()).put("timestamp", time(told.episode().until()));
        ArrayNode participants = json.putArray("participants");
        told.participants().forEach(participants::add);
        return json.put("summary", told.episode().summary()).put("subject", told.episode().subject()).put("episode", told.episode().narrative())
                .put("type", "Conversation").put("parent_type", "memcell").put("parent_id", told.cell());
    }

    private static void withFacts(ObjectNode json, Told told) {
        json.put("score", told.score());
        ArrayNode facts = json.putArray("atomic_facts");
        List<AtomicFact> stated = told.episode().facts();
        for (int i = 0; i < stated.size(); i++) {
            facts.addObject().put("id", told.factId(i, Dialect.V1)).put("atomic_fact", stated.get(i).text()).put("parent_episode_id", told.id())
                    .put("parent_type", "episode").put("parent_id", told.id()).put("timestamp", time(told.episode().until())).put("score", told.score());
        }
    }

    /** One item of a profile that a search found. */
    static void hit(ObjectNode json, ProfileItem item) {
        json.put("id", Ids.of(item)).put("user_id", item.customer().value()).putNull("group_id").put("scenario", "solo").put("memcell_count", item.count()).put("score", 1.0);
        json.putObject("profile_data").put("item_type", item.kind() == ProfileItem.Kind.TRAIT ? "implicit_trait" : "explicit_info").put("embed_text", Labels.category(item) + ": " + Labels.description(item));
    }

    /** Something that is in no episode yet. */
    static void pending(ObjectNode json, CustomerId customer, Passage passage) {
        Utterance said = passage.utterance();
        json.put("id", Ids.of(said.id())).put("request_id", Answer.requestId()).putNull("message_id")
                .put("group_id", Owner.groupId(customer).orElse(null))
                .put("session_id", passage.session().value())
                .put("sender_id", Sent.sender(customer, said)).put("sender_name", said.author());
        json.putArray("content_items").addObject().put("type", "text").put("text", said.text());
        json.put("timestamp", time(said.at())).put("created_at", time(said.at())).put("updated_at", time(said.at()));
    }

    static String minute(Instant at) {
        return MINUTE.format(at);
    }

    /** ISO with an offset, to the millisecond. */
    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString().replace("Z", "+00:00");
    }
}
