package acquaint.reply;

/** An interrupt ended an answer that was under way. {@code soFar} says where the ledger has what was sent. */
public final class StoppedAnswer extends InterruptedException {

    private final transient Answer soFar;

    public StoppedAnswer(Answer soFar) {
        super("the answer was stopped");
        this.soFar = soFar;
    }

    public Answer soFar() {
        return soFar;
    }
}
