package acquaint.pattern;

/** How a customer sounds in a message. */
public enum Mood { PLAIN, GLAD, UPSET }
