package acquaint.ui;

import java.util.BitSet;
import java.util.Optional;

/** A line of the palette: the first of a group has the group's name above it; {@code letters} are those of the entry's text that were typed. */
record PaletteRow(Optional<PaletteGroup> heading, PaletteEntry entry, BitSet letters) {}
