package acquaint.privacy;

/** Personal data in a text, from {@code start} up to and without {@code end}, in chars. */
public record Finding(Kind kind, int start, int end) {

    public Finding {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("nothing is found in " + start + " to " + end);
        }
    }

    int length() {
        return end - start;
    }

    boolean overlaps(Finding other) {
        return start < other.end && other.start < end;
    }
}
