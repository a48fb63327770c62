package acquaint.memory.everos.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One episode that the server made of a session's messages. */
final class Cell {

    final String id;
    final String cellId;
    final String user;
    final String session;
    final Instant at;
    final List<Spoken> messages;
    String subject;
    String summary;
    final String narrative;
    final List<String> tags = new ArrayList<>();
    final long searchableAt;
    boolean deleted;

    Cell(String id, String cellId, String user, String session, List<Spoken> messages, long searchableAt) {
        this.id = id;
        this.cellId = cellId;
        this.user = user;
        this.session = session;
        this.messages = List.copyOf(messages);
        this.at = Instant.ofEpochMilli(messages.getLast().timestamp());
        String first = messages.stream().filter(m -> m.role().equals("user")).findFirst().orElseThrow().content().strip();
        this.subject = first.length() > 60 ? first.substring(0, 60) : first;
        String said = messages.stream().filter(m -> m.role().equals("user")).map(Spoken::content).collect(java.util.stream.Collectors.joining(" "));
        this.summary = said.length() > 300 ? said.substring(0, 300) : said;
        this.narrative = messages.stream().map(m -> m.role() + ": " + m.content()).collect(java.util.stream.Collectors.joining("\n"));
        this.searchableAt = searchableAt;
    }

    List<String> facts() {
        return messages.stream().filter(m -> m.role().equals("user")).map(m -> m.content().strip()).toList();
    }
}
