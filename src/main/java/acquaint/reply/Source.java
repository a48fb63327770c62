package acquaint.reply;

/** A piece that a model was given, by the number that its answer names it by. */
record Source(int number, Piece piece) {}
