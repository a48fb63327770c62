package acquaint.casework;

import acquaint.settings.Sharing;
import java.net.InetAddress;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Where other programs come in, and what is spoken there: {@code name} is how the address was told, {@code port} 0 takes a free one. */
public record SharingDoor(Sharing.Dialect dialect, String name, InetAddress address, int port, Optional<SSLContext> tls) {

    /** For programs of this computer only. */
    public static SharingDoor here(Sharing.Dialect dialect, int port) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        return new SharingDoor(dialect, loopback.getHostAddress(), loopback, port, Optional.empty());
    }

    SharingDoor at(int taken) {
        return new SharingDoor(dialect, name, address, taken, tls);
    }
}
