package acquaint.reply.provider;

import java.util.OptionalInt;

/** A model that a service offers; {@code contextTokens} where the service says how many tokens prompt and answer may have together. */
public record OfferedModel(String name, OptionalInt contextTokens) {}
