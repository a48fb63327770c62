package acquaint.memory;

/** Whether an engine answers, with a few words for the log when it does not. */
public record Health(boolean well, String detail) {

    public static final Health WELL = new Health(true, "");
}
