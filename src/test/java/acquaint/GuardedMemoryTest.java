package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.Intake.Caller;
import acquaint.casework.Intake.NewTicket;
import acquaint.memory.RecallRequest;
import acquaint.memory.everos.server.EverOsServer;
import acquaint.memory.everos.server.Speech;
import acquaint.memory.local.EmbeddingService;
import acquaint.memory.local.EmbeddingsStub;
import acquaint.model.Address;
import acquaint.model.Ticket;
import acquaint.settings.DataDirectory;
import acquaint.settings.MemoryChoice;
import acquaint.settings.MemoryEnvironment;
import acquaint.settings.MemorySettings;
import acquaint.settings.PrivacyChoice;
import acquaint.settings.PrivacyChoice.Guard;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What of a customer's secrets reaches a memory: on this computer, and at a service over real HTTP. */
class GuardedMemoryTest {

    private static final String WORDS = "My password is hunter22x and my card 4111 1111 1111 1111. Write to ana.other@example.org about the torn boots.";

    @TempDir
    Path directory;

    private Ticket remember(Wiring wiring) throws Exception {
        Ticket ticket = wiring.intake().open(new NewTicket(new Caller.New("Ana Ruiz", List.of(Address.email("ana@example.org"))), "Torn boots", "email", WORDS, Optional.empty()));
        wiring.outbox().drain(_ -> {});
        return ticket;
    }

    private Wiring open(Settings settings) throws Exception {
        var data = new DataDirectory(directory).create();
        new SettingsFile(data.settings()).save(settings);
        return Wiring.open(data, false, new MemoryEnvironment(Optional.empty(), Optional.empty(), true), Optional.empty());
    }

    private static Settings guarding(Guard guard) {
        Settings first = Settings.firstStart("lee.park");
        return first.withPrivacy(new PrivacyChoice(first.privacy().regions(), List.of(), guard));
    }

    @ParameterizedTest
    @EnumSource(Guard.class)
    void aServiceIsToldWhatTheTeamLetsItBeTold(Guard guard) throws Exception {
        try (var server = EverOsServer.start(Speech.SELF_HOSTED);
                var wiring = open(guarding(guard).withMemory(MemorySettings.EMBEDDED.use(new MemoryChoice.EverOs(MemoryChoice.Version.SELF_HOSTED, server.url(), "test"))))) {
            Ticket ticket = remember(wiring);
            wiring.services().memory().recall(new RecallRequest(ticket.customer(), WORDS, Optional.empty(), 5));
            String all = server.asked().stream().map(asked -> String.valueOf(asked.body())).collect(Collectors.joining("\n"));
            assertTrue(all.contains("torn boots"), all);
            assertEquals(guard == Guard.OFF, all.contains("hunter22x"), all);
            assertEquals(guard == Guard.OFF, all.contains("4111"), all);
            assertEquals(guard != Guard.ALL, all.contains("ana.other@example.org"), all);
            assertEquals(guard != Guard.OFF, all.contains("<CARD>"), all);
        }
    }

    @ParameterizedTest
    @EnumSource(Guard.class)
    void theMemoryOnThisComputerIsToldNoSecret(Guard guard) throws Exception {
        try (var wiring = open(guarding(guard))) {
            Ticket ticket = remember(wiring);
            wiring.services().memory().flush(ticket.customer(), ticket.id().session());
            assertTrue(wiring.conversations().open(ticket.id()).messages().stream().anyMatch(message -> message.text().equals(WORDS)), "the desk keeps what was said");
        }
        try (var files = Files.walk(directory.resolve("memory"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
                assertFalse(bytes.contains("hunter22x") || bytes.contains("4111 1111"), file.toString());
            }
        }
    }

    @Test
    void aChoiceInTheSettingsHoldsFromTheNextMessageOn() throws Exception {
        try (var server = EverOsServer.start(Speech.SELF_HOSTED);
                var wiring = open(guarding(Guard.OFF).withMemory(MemorySettings.EMBEDDED.use(new MemoryChoice.EverOs(MemoryChoice.Version.SELF_HOSTED, server.url(), "test"))))) {
            wiring.team().privacy().use(guarding(Guard.ALL).privacy());
            remember(wiring);
            assertFalse(server.asked().toString().contains("hunter22x") || server.asked().toString().contains("ana.other@"), server.asked()::toString);
        }
    }

    /** Beyond this computer a server of embeddings is told no personal data at all. */
    @Test
    void aServerOfEmbeddingsIsAskedAboutMaskedTexts() throws Exception {
        try (var stub = new EmbeddingsStub(); var wiring = open(guarding(Guard.OFF));
                var masked = new MaskedEmbeddings(new EmbeddingService(stub.url(), "m", Optional.empty()), wiring.team().privacy()::masked)) {
            assertEquals(2, masked.of(List.of(WORDS, "torn boots")).size());
            String asked = stub.asked().stream().flatMap(one -> one.texts().stream()).collect(Collectors.joining("\n"));
            assertTrue(asked.contains("about the torn boots") && asked.contains("<CARD>") && asked.contains("<EMAIL>"), asked);
            assertFalse(asked.contains("hunter22x") || asked.contains("4111") || asked.contains("ana.other@"), asked);
        }
    }
}
