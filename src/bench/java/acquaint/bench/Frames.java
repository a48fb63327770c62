package acquaint.bench;

import acquaint.ui.StreamedDraft;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/** Watches each pulse: when it began, when it was drawn, and which tokens it brought. JavaFX thread, but for begin and end. */
final class Frames {

    /** What was seen between begin and end. */
    record Seen(Latencies work, Latencies interval, Latencies token, long firstToken) {}

    private final StreamedDraft draft;
    private final SteadyModel model;
    private final AnimationTimer pulses = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse();
        }
    };
    private Latencies work = new Latencies();
    private Latencies interval = new Latencies();
    private Latencies token = new Latencies();
    private long first;
    private long begun;
    private int drawn;
    private int laidOut;
    private boolean counting;
    /** What is drawn late belongs to what was begun before. */
    private int generation;

    /** From here on pulses are watched. JavaFX thread. */
    Frames(Scene scene, StreamedDraft draft, SteadyModel model) {
        this.draft = draft;
        this.model = model;
        scene.addPostLayoutPulseListener(this::laidOut);
        pulses.start();
    }

    /** Forgets what was seen so far. */
    synchronized void begin() {
        work = new Latencies();
        interval = new Latencies();
        token = new Latencies();
        first = 0;
        begun = 0;
        drawn = 0;
        laidOut = 0;
        counting = true;
        generation++;
    }

    synchronized Seen end() {
        counting = false;
        return new Seen(work, interval, token, first);
    }

    /** Whether all that went out was drawn. */
    synchronized boolean isUpToDate() {
        return !counting || drawn >= model.count();
    }

    private synchronized void pulse() {
        long now = System.nanoTime();
        if (begun != 0 && counting) {
            interval.add(now - begun);
        }
        begun = now;
    }

    private synchronized void laidOut() {
        if (!counting) {
            return;
        }
        int shown = draft.shown();
        while (laidOut < model.count() && SteadyModel.lengthWith(laidOut) <= shown + 2) {
            laidOut++;
        }
        int brought = laidOut;
        long began = begun;
        int of = generation;
        Painted.afterThisPulse(at -> drawn(of, brought, began, at));
    }

    private synchronized void drawn(int of, int brought, long began, long at) {
        if (!counting || of != generation) {
            return;
        }
        work.add(at - began);
        for (; drawn < brought; drawn++) {
            long took = at - model.sentAt(drawn);
            token.add(took);
            if (drawn == 0) {
                first = took;
            }
        }
    }
}
