package acquaint.reply;

import java.util.List;
import java.util.Locale;

/** How marks at sentences agree with their labels: {@code right} and {@code wrong} are marked ones, {@code missed} and {@code leftAlone} are not. */
record Marks(int right, int wrong, int missed, int leftAlone) {

    /** What was done with a sentence, and what should have been. */
    record Mark(boolean marked, boolean unsupported) {}

    static Marks of(List<Mark> marks) {
        return new Marks(count(marks, true, true), count(marks, true, false), count(marks, false, true), count(marks, false, false));
    }

    private static int count(List<Mark> marks, boolean marked, boolean unsupported) {
        return (int) marks.stream().filter(new Mark(marked, unsupported)::equals).count();
    }

    double precision() {
        return (double) right / (right + wrong);
    }

    /** The share of the sentences with nothing behind them that are marked. */
    double recall() {
        return (double) right / (right + missed);
    }

    /** The share of the sentences with something behind them that are left alone; marking every sentence has 0. */
    double specificity() {
        return (double) leftAlone / (leftAlone + wrong);
    }

    /** The mean of recall and specificity: 0.5 for marking all, none, or at random, whatever the share of unsupported sentences. */
    double balanced() {
        return (recall() + specificity()) / 2;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "precision %.3f, recall %.3f, specificity %.3f, balanced accuracy %.3f of %d",
                precision(), recall(), specificity(), balanced(), right + wrong + missed + leftAlone);
    }
}
