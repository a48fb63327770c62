package acquaint.memory.serve;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Makes what a server needs for TLS of the files that an administrator has, and finds out beforehand what clients would stumble over. Blocks. */
public final class TlsFiles {

    private static final int CHALLENGE_BYTES = 32;

    private TlsFiles() {}

    /** Of PEM files: a chain that begins with the server's own certificate, and the key of that, in PKCS#8, RSA or EC. */
    public static SSLContext pem(Path chain, Path key) throws BadTlsFiles {
        return context(PemFiles.key(key), PemFiles.chain(chain), key + " and " + chain);
    }

    /** Of a PKCS#12 file that holds one key with its certificates. */
    public static SSLContext keystore(Path file, String password) throws BadTlsFiles {
        byte[] bytes = PemFiles.read(file);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), password.toCharArray());
            String name = onlyKey(store, file);
            var chain = new ArrayList<X509Certificate>();
            for (Certificate each : store.getCertificateChain(name)) {
                chain.add((X509Certificate) each);
            }
            return context((PrivateKey) store.getKey(name, password.toCharArray()), chain, file.toString());
        } catch (IOException e) {
            throw new BadTlsFiles(e.getCause() instanceof UnrecoverableKeyException
                    ? "the password in ACQUAINT_TLS_PASSWORD does not open " + file : file + " is not a keystore (PKCS#12)", e);
        } catch (GeneralSecurityException e) {
            throw new BadTlsFiles(file + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static String onlyKey(KeyStore store, Path file) throws KeyStoreException, BadTlsFiles {
        var names = new ArrayList<String>();
        for (String name : Collections.list(store.aliases())) {
            if (store.entryInstanceOf(name, KeyStore.PrivateKeyEntry.class) && store.getCertificateChain(name) != null) {
                names.add(name);
            }
        }
        if (names.size() != 1) {
            throw new BadTlsFiles(file + (names.isEmpty() ? " holds no private key with a certificate"
                    : " holds " + names.size() + " private keys; keep the one that is meant"));
        }
        return names.getFirst();
    }

    private static SSLContext context(PrivateKey key, List<X509Certificate> chain, String files) throws BadTlsFiles {
        X509Certificate own = chain.getFirst();
        try {
            own.checkValidity();
            if (!belong(key, own)) {
                throw new BadTlsFiles("key and certificate do not belong together: " + files + " (the server's own certificate has to be the first)");
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", key, new char[0], chain.toArray(X509Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (CertificateExpiredException e) {
            throw new BadTlsFiles("the certificate has ended (" + e.getMessage() + "): " + files, e);
        } catch (CertificateNotYetValidException e) {
            throw new BadTlsFiles("the certificate does not hold yet (" + e.getMessage() + "): " + files, e);
        } catch (GeneralSecurityException | IOException e) {
            throw new BadTlsFiles(files + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Whether the certificate confirms what the key signed. */
    private static boolean belong(PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        if (!key.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm())) {
            return false;
        }
        var challenge = new byte[CHALLENGE_BYTES];
        new SecureRandom().nextBytes(challenge);
        Signature signature = Signature.getInstance(key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
        signature.initSign(key);
        signature.update(challenge);
        byte[] signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        signature.update(challenge);
        return signature.verify(signed);
    }
}
