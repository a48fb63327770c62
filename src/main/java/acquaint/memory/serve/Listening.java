package acquaint.memory.serve;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Where a server listens: {@code name} is how that address was told, {@code port} 0 takes a free one. Other computers are let in
 * only with TLS, since the key and what customers say would otherwise be read on the way.
 */
public record Listening(String name, InetAddress address, int port, Optional<SSLContext> tls) {

    public Listening {
        if (!address.isLoopbackAddress() && tls.isEmpty()) {
            throw new IllegalArgumentException(name + " can be reached from other computers, which takes TLS");
        }
    }

    /** On this computer only. */
    public static Listening here(int port) {
        InetAddress address = InetAddress.getLoopbackAddress();
        return new Listening(address.getHostAddress(), address, port, Optional.empty());
    }

    boolean onlyHere() {
        return address.isLoopbackAddress();
    }

    /** The address to give to programs, once a port is taken. One that stands for all addresses is told by this computer's name. */
    URI url(int taken) {
        String host = address.isAnyLocalAddress() ? ownName() : name;
        return URI.create((tls.isPresent() ? "https://" : "http://") + (host.contains(":") ? "[" + host + "]" : host) + ":" + taken);
    }

    private static String ownName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
