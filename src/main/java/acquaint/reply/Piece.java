package acquaint.reply;

import acquaint.privacy.Masked;

/**
 * Something that a model may be given to write from. {@code heading} is in our own words; {@code text} is as it was said, made harmless to quote; {@code masked} is
 * the same as it may leave. {@code tokens} is what heading and text take.
 */
record Piece(Section section, Evidence evidence, String heading, String text, Masked masked, int tokens) {

    enum Section { RECORD, PROFILE, EPISODE, PASSAGE, MESSAGE }
}
