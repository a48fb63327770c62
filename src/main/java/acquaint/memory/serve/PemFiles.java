package acquaint.memory.serve;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads certificates and private keys from PEM files (RFC 7468), with the JDK's own means. Blocks. */
final class PemFiles {

    /** A chain of certificates has some kilobytes. */
    private static final long LARGEST = 1 << 20;
    private static final Pattern KEY = Pattern.compile("-----BEGIN ([A-Z ]*)PRIVATE KEY-----(.*?)-----END \\1PRIVATE KEY-----", Pattern.DOTALL);
    private static final String DECRYPTED = "openssl pkcs8 -in encrypted.pem -out key.pem";
    private static final String AS_PKCS8 = "openssl pkcs8 -topk8 -nocrypt -in old.pem -out key.pem";

    private PemFiles() {}

    /** The server's own certificate and those that vouch for it, in this order. */
    static List<X509Certificate> chain(Path file) throws BadTlsFiles {
        byte[] bytes = read(file);
        try {
            List<X509Certificate> chain = CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes)).stream()
                    .map(X509Certificate.class::cast).toList();
            if (!chain.isEmpty()) {
                return chain;
            }
        } catch (CertificateException e) {
            throw new BadTlsFiles(file + " holds no certificate that can be read (PEM, X.509)", e);
        }
        throw new BadTlsFiles(file + " holds no certificate (PEM, X.509)");
    }

    /** A key in PKCS#8, RSA or EC, that is not encrypted. */
    static PrivateKey key(Path file) throws BadTlsFiles {
        Matcher found = KEY.matcher(new String(read(file), StandardCharsets.ISO_8859_1));
        if (!found.find()) {
            throw new BadTlsFiles(file + " holds no private key (PEM, PKCS#8)");
        }
        String kind = found.group(1).strip();
        if (kind.equals("ENCRYPTED") || found.group(2).contains("ENCRYPTED")) {
            throw new BadTlsFiles("the key in " + file + " is encrypted, and has to be decrypted first: " + DECRYPTED);
        }
        if (!kind.isEmpty()) {
            throw new BadTlsFiles("the key in " + file + " is of the older form \"" + kind + " PRIVATE KEY\", and has to be brought to PKCS#8 first: " + AS_PKCS8);
        }
        return decoded(file, found.group(2));
    }

    private static PrivateKey decoded(Path file, String base64) throws BadTlsFiles {
        try {
            var encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
            for (String algorithm : List.of("EC", "RSA")) {
                try {
                    return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
                } catch (InvalidKeySpecException e) {
                    // Of the other kind, or of none.
                }
            }
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new BadTlsFiles("the key in " + file + " cannot be read", e);
        }
        throw new BadTlsFiles("the key in " + file + " cannot be read, or is neither RSA nor EC");
    }

    static byte[] read(Path file) throws BadTlsFiles {
        try {
            if (Files.isDirectory(file)) {
                throw new BadTlsFiles(file + " is a directory");
            }
            if (Files.size(file) > LARGEST) {
                throw new BadTlsFiles(file + " is too large for keys and certificates");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new BadTlsFiles("there is no file " + file, e);
        } catch (AccessDeniedException e) {
            throw new BadTlsFiles(file + " may not be read by this user", e);
        } catch (IOException e) {
            throw new BadTlsFiles(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
