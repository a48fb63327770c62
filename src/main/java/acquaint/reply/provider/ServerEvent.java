package acquaint.reply.provider;

/** An event that a server sent: its name, {@code message} where it has none, and its data, whose lines are parted by line feeds. */
record ServerEvent(String name, String data) {}
