package acquaint.model;

/** How soon a ticket should be looked at, in rising order. */
public enum Priority { LOW, NORMAL, HIGH, URGENT }
