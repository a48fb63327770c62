package acquaint.memory.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.local.LocalMemory;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates and keys as administrators have them, right and wrong, and a server that uses them. */
@Timeout(60)
class TlsFilesTest {

    private static final String KEY = "a-key";

    @TempDir
    Path directory;

    private final HeldCertificate authority = new HeldCertificate.Builder().certificateAuthority(0).commonName("authority").build();

    private HeldCertificate.Builder localhost() {
        return new HeldCertificate.Builder().commonName("localhost").addSubjectAlternativeName("127.0.0.1").addSubjectAlternativeName("localhost").signedBy(authority);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private Path chain(HeldCertificate... certificates) throws IOException {
        return file("chain.pem", Arrays.stream(certificates).map(HeldCertificate::certificatePem).reduce("", String::concat));
    }

    private Path key(HeldCertificate certificate) throws IOException {
        return file("key.pem", certificate.privateKeyPkcs8Pem());
    }

    private Path keystore(HeldCertificate certificate, String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("me", certificate.keyPair().getPrivate(), password.toCharArray(), new Certificate[] {certificate.certificate(), authority.certificate()});
        Path file = directory.resolve("store.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        return file;
    }

    private String problem(Path chain, Path key) {
        String message = assertThrows(BadTlsFiles.class, () -> TlsFiles.pem(chain, key)).getMessage();
        assertEquals(1, message.lines().count(), message);
        return message;
    }

    private interface Questions {
        void to(MemoryServer server) throws Exception;
    }

    private void serve(Dialect dialect, String name, SSLContext tls, Questions questions) throws Exception {
        try (var memory = LocalMemory.open(directory.resolve("memory"));
                var server = MemoryServer.start(memory, dialect, KEY, new Listening(name, InetAddress.getByName(name), 0, Optional.of(tls)), Clock.systemUTC())) {
            questions.to(server);
        }
    }

    private int ask(MemoryServer server, String path, Optional<String> key) throws IOException {
        var trusted = new HandshakeCertificates.Builder().addTrustedCertificate(authority.certificate()).build();
        var client = new OkHttpClient.Builder().sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager()).callTimeout(Duration.ofSeconds(20)).build();
        var request = new Request.Builder().url("https://localhost:" + server.url().getPort() + path);
        key.ifPresent(each -> request.header("Authorization", "Bearer " + each));
        try (var response = client.newCall(request.build()).execute()) {
            return response.code();
        } finally {
            client.connectionPool().evictAll();
            client.dispatcher().executorService().shutdown();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void aChainAndItsKeyOfEitherKindLetAClientInThatTrustsThem(String kind) throws Exception {
        HeldCertificate own = (kind.equals("EC") ? localhost().ecdsa256() : localhost().rsa2048()).build();
        serve(Dialect.V2, "127.0.0.1", TlsFiles.pem(chain(own, authority), key(own)), server -> {
            assertEquals("https://127.0.0.1:" + server.url().getPort(), server.url().toString());
            assertEquals(200, ask(server, "/api/v2/tasks", Optional.of(KEY)));
            assertEquals(401, ask(server, "/api/v2/tasks", Optional.of("wrong")));
        });
    }

    @Test
    void aKeystoreDoesTheSame() throws Exception {
        HeldCertificate own = localhost().build();
        serve(Dialect.V2, "127.0.0.1", TlsFiles.keystore(keystore(own, "secret"), "secret"), server -> assertEquals(200, ask(server, "/api/v2/tasks", Optional.of(KEY))));
    }

    @Test
    void whatIsOlderThanTheSecondLastVersionOfTlsIsRefused() throws Exception {
        HeldCertificate own = localhost().build();
        serve(Dialect.V2, "127.0.0.1", TlsFiles.pem(chain(own), key(own)), server -> {
            var trusted = new HandshakeCertificates.Builder().addTrustedCertificate(authority.certificate()).build();
            for (String version : new String[] {"TLSv1.2", "TLSv1.3", "TLSv1.1"}) {
                try (var socket = (SSLSocket) trusted.sslContext().getSocketFactory().createSocket("127.0.0.1", server.url().getPort())) {
                    socket.setEnabledProtocols(new String[] {version});
                    if (version.equals("TLSv1.1")) {
                        assertThrows(SSLHandshakeException.class, socket::startHandshake);
                    } else {
                        socket.startHandshake();
                        assertEquals(version, socket.getSession().getProtocol());
                    }
                }
            }
        });
    }

    /** Its dialect has no key of its own, and on this computer none is needed. */
    @Test
    void beyondThisComputerASelfHostedServersDialectWantsTheKeyToo() throws Exception {
        HeldCertificate own = localhost().build();
        SSLContext tls = TlsFiles.pem(chain(own), key(own));
        serve(Dialect.OSS, "127.0.0.1", tls, server -> assertEquals(200, ask(server, "/health", Optional.empty())));
        serve(Dialect.OSS, "0.0.0.0", tls, server -> {
            assertFalse(server.url().toString().contains("0.0.0.0"), server.url().toString());
            assertEquals(401, ask(server, "/health", Optional.empty()));
            assertEquals(200, ask(server, "/health", Optional.of(KEY)));
        });
    }

    @Test
    void whatDoesNotBelongTogetherIsFoundBeforeAClientFindsIt() throws Exception {
        HeldCertificate own = localhost().build();
        HeldCertificate other = localhost().build();
        assertTrue(problem(chain(own), key(other)).contains("do not belong together"));
        assertTrue(problem(chain(own), key(localhost().rsa2048().build())).contains("do not belong together"));
        assertTrue(problem(chain(authority, own), key(own)).contains("has to be the first"));
        assertTrue(problem(chain(own, other), key(own)).contains("cannot be used"));
        HeldCertificate former = localhost().validityInterval(0, 86_400_000).build();
        assertTrue(problem(chain(former), key(former)).contains("has ended"));
    }

    @Test
    void filesThatCannotBeUsedAreNamedWithTheReason() throws Exception {
        HeldCertificate own = localhost().build();
        Path chain = chain(own);
        Path key = key(own);
        assertTrue(problem(directory.resolve("none.pem"), key).contains("there is no file " + directory.resolve("none.pem")));
        assertTrue(problem(chain, directory).contains("is a directory"));
        assertTrue(problem(file("empty.pem", ""), key).contains("holds no certificate"));
        assertTrue(problem(file("torn.pem", own.certificatePem().substring(0, 200)), key).contains("certificate"));
        assertTrue(problem(key, key).contains("holds no certificate"));
        assertTrue(problem(chain, chain).contains("holds no private key"));
        assertTrue(problem(chain, file("nonsense.pem", pem("PRIVATE KEY", new byte[40]))).contains("cannot be read"));
        assertTrue(problem(chain, file("large.pem", "x".repeat(2 << 20))).contains("too large"));
    }

    @Test
    void anEncryptedKeyOrOneOfAnOlderFormSaysHowToBringItIntoForm() throws Exception {
        HeldCertificate own = localhost().rsa2048().build();
        Path chain = chain(own);
        assertTrue(problem(chain, file("a.pem", pem("ENCRYPTED PRIVATE KEY", new byte[40]))).contains("has to be decrypted first: openssl pkcs8"));
        String former = "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA\n-----END RSA PRIVATE KEY-----\n";
        assertTrue(problem(chain, file("b.pem", former)).contains("decrypted"));
        assertTrue(problem(chain, file("c.pem", own.privateKeyPkcs1Pem())).contains("PKCS#8 first: openssl pkcs8"));
    }

    @Test
    void aKeystoreWithAnotherPasswordOrWithoutAKeyIsNamedWithTheReason() throws Exception {
        Path store = keystore(localhost().build(), "secret");
        assertTrue(keystoreProblem(store, "wrong").contains("ACQUAINT_TLS_PASSWORD does not open"));
        assertTrue(keystoreProblem(file("no.p12", "no keystore"), "secret").contains("is not a keystore"));
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        empty.setCertificateEntry("trusted", authority.certificate());
        try (OutputStream out = Files.newOutputStream(store)) {
            empty.store(out, "secret".toCharArray());
        }
        assertTrue(keystoreProblem(store, "secret").contains("holds no private key"));
    }

    private static String keystoreProblem(Path file, String password) {
        String message = assertThrows(BadTlsFiles.class, () -> TlsFiles.keystore(file, password)).getMessage();
        assertFalse(message.contains("secret"));
        return message;
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + kind + "-----\n";
    }
}
