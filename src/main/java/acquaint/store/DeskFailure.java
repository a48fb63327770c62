package acquaint.store;

/** The database did not do what was asked, such as on a full disk. Nothing of the transaction was kept. */
public final class DeskFailure extends RuntimeException {

    DeskFailure(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
