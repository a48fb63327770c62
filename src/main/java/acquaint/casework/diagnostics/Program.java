package acquaint.casework.diagnostics;

import acquaint.settings.DataDirectory;

/** The program that runs: its version, and where it keeps what it keeps. */
public record Program(String version, DataDirectory directory) {}
