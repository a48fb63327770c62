package acquaint.command;

import java.io.PrintWriter;
import java.nio.file.Path;

/**
 * Where a command was typed: its two streams, the folder that relative paths start from, and whether a person watches
 * (progress is shown then). It may be another process's terminal.
 */
public record Terminal(PrintWriter out, PrintWriter err, Path directory, boolean interactive) {}
