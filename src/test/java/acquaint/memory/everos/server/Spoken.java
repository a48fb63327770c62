package acquaint.memory.everos.server;

/** A message as the server has it. {@code content} is its text. */
public record Spoken(String user, String session, String role, String sender, String name, long timestamp, String content) {}
