package acquaint.settings;

/** How large and how lively the window is. {@code fontPercent} is relative to the usual size of text. */
public record Appearance(int fontPercent, Motion motion) {

    /** From small to twice as large, which is what WCAG 2.2 asks of text (success criterion 1.4.4). */
    public static final int LEAST_PERCENT = 80;
    public static final int MOST_PERCENT = 200;
    public static final Appearance USUAL = new Appearance(100, Motion.SYSTEM);

    /** Whether things move as they come and go. */
    public enum Motion { SYSTEM, FULL, REDUCED }

    public Appearance {
        if (!isPercent(fontPercent)) {
            throw new IllegalArgumentException("text must be from " + LEAST_PERCENT + " to " + MOST_PERCENT + " percent of the usual size");
        }
    }

    public static boolean isPercent(int percent) {
        return percent >= LEAST_PERCENT && percent <= MOST_PERCENT;
    }

    public Appearance withFontPercent(int next) {
        return new Appearance(next, motion);
    }

    public Appearance withMotion(Motion next) {
        return new Appearance(fontPercent, next);
    }
}
