package acquaint.command;

import acquaint.reply.Progress;

/** Nobody watches what a command has written while it grows. */
final class Silent extends Progress {
    @Override
    protected void more(String piece) {
        // What was written is printed when it is whole and checked.
    }
}
