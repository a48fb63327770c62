package acquaint.soak;

/** A message as the desk must hold it. */
record Said(String ticket, String id, String kind, String text) {}
