package acquaint.ui;

/** What the palette finds, in the order that it is shown in where nothing answers better. */
public enum PaletteGroup { RECENT, USEFUL, ACTION, PLACE, TICKET, CUSTOMER, HANDOFF, SETTING }
