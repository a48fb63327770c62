package acquaint.casework;

import acquaint.settings.Sharing;
import java.io.IOException;
import java.net.URI;

/** This program itself already shares the memory at the port that was asked for. */
public final class AlreadyShared extends IOException {

    private final URI url;
    private final Sharing.Dialect dialect;

    AlreadyShared(Share there, Throwable cause) {
        super("already shared at " + there.url(), cause);
        this.url = there.url();
        this.dialect = there.door().dialect();
    }

    public URI url() {
        return url;
    }

    public Sharing.Dialect dialect() {
        return dialect;
    }
}
