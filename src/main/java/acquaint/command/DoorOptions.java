package acquaint.command;

import acquaint.casework.SharingDoor;
import acquaint.memory.serve.BadTlsFiles;
import acquaint.memory.serve.TlsFiles;
import acquaint.settings.MemoryChoice;
import acquaint.settings.Sharing;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say where a memory is shared and in which dialect. Filled by the parser. */
final class DoorOptions {

    @Option(names = "--port", paramLabel = "N", defaultValue = "8765", description = "Where to listen; 0 takes a free one. Usual: ${DEFAULT-VALUE}.")
    private int port;

    @Option(names = "--dialect", paramLabel = "NAME", defaultValue = "v1", description = "Which of the API's dialects: v1, v2 or oss. Usual: ${DEFAULT-VALUE}.")
    private String dialect;

    @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1",
            description = "An address of this computer, or 0.0.0.0 for all. One that others can reach needs TLS. Usual: ${DEFAULT-VALUE}.")
    private String host;

    @Option(names = "--tls-cert", paramLabel = "FILE", description = "The server's certificate and those that vouch for it (PEM).")
    private String certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "The certificate's key (PEM, PKCS#8, RSA or EC, not encrypted).")
    private String key;

    @Option(names = "--tls-keystore", paramLabel = "FILE",
            description = "Both in one file (PKCS#12); its password is ACQUAINT_TLS_PASSWORD of the environment.")
    private String keystore;

    String dialect() {
        return dialect.toLowerCase(Locale.ROOT);
    }

    int port() {
        return port;
    }

    /** The door that is meant. {@code wrongUse} makes the failure for options that cannot be; files that cannot be used are a {@link CouldNot}. */
    SharingDoor door(Terminal terminal, Function<String, ParameterException> wrongUse) throws CouldNot {
        if (port < 0 || port > MemoryChoice.MOST_PORT) {
            throw wrongUse.apply("--port must be between 0 and " + MemoryChoice.MOST_PORT + ", not " + port);
        }
        if (!dialect.matches("(?i)v1|v2|oss")) {
            throw wrongUse.apply("--dialect must be v1, v2 or oss, not " + dialect);
        }
        if ((certificate == null) != (key == null) || keystore != null && key != null) {
            throw wrongUse.apply("TLS needs --tls-cert and --tls-key together, or --tls-keystore alone");
        }
        InetAddress address = address(wrongUse);
        return new SharingDoor(Sharing.Dialect.valueOf(dialect.toUpperCase(Locale.ROOT)), bare(host), address, port, tls(terminal));
    }

    private InetAddress address(Function<String, ParameterException> wrongUse) {
        try {
            InetAddress address = InetAddress.getByName(bare(host));
            if (!address.isLoopbackAddress() && key == null && keystore == null) {
                throw wrongUse.apply("--host " + host + " can be reached from other computers, which takes TLS: give --tls-cert and --tls-key, or "
                        + "--tls-keystore; without --host only this computer is served");
            }
            if (address.isLoopbackAddress() || address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null) {
                return address;
            }
        } catch (UnknownHostException | SocketException e) {
            // Said below.
        }
        throw wrongUse.apply("--host " + host + " is no address of this computer");
    }

    private static String bare(String host) {
        return host.replaceAll("^\\[|]$", "");
    }

    private Optional<SSLContext> tls(Terminal terminal) throws CouldNot {
        try {
            if (key != null) {
                return Optional.of(TlsFiles.pem(terminal.directory().resolve(certificate), terminal.directory().resolve(key)));
            }
            if (keystore != null) {
                String password = terminal.environment().get(Terminal.TLS_PASSWORD);
                if (password == null) {
                    throw new CouldNot("the password of " + keystore + " is missing: set " + Terminal.TLS_PASSWORD + " in the environment");
                }
                return Optional.of(TlsFiles.keystore(terminal.directory().resolve(keystore), password));
            }
            return Optional.empty();
        } catch (BadTlsFiles e) {
            throw new CouldNot(e.getMessage(), e);
        }
    }
}
