package acquaint.casework;

import acquaint.model.TicketId;
import acquaint.privacy.Masking;
import acquaint.privacy.PersonalData;
import acquaint.reply.LanguageModel;
import acquaint.reply.ModelException;
import acquaint.reply.Prompt;
import acquaint.reply.provider.OfferedModel;
import acquaint.settings.ModelChoice;
import acquaint.settings.ModelKeys;
import acquaint.settings.Secrets;
import acquaint.settings.SettingsFile;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** Which language model writes, and whether it works. Blocks but where it says otherwise; safe for several threads. */
public final class LanguageModels {

    /** Reads a key when it is needed: a keychain may take its time. */
    public interface Key {
        Optional<String> read() throws IOException;
    }

    /** Knows the services; the start of the program implements it. */
    public interface Workshop {

        /** Does not block; the service is asked when the model is. */
        LanguageModel open(ModelChoice.Server server, Key key);

        List<OfferedModel> offered(ModelChoice.Provider provider, URI url, Optional<String> key) throws ModelException, InterruptedException;

        /** The models of an Ollama on this computer; empty where none runs. */
        Optional<List<String>> ollama() throws InterruptedException;
    }

    /** What came of a test: what the model said, and how long its first word took. */
    public record Tested(String said, Duration firstWord) {}

    private static final int ANSWER = 200;

    private final SettingsFile file;
    private final ModelKeys keys;
    private final Workshop workshop;
    private final Permissions permissions;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile ModelChoice chosen;
    private volatile Optional<LanguageModel> model;

    public LanguageModels(ModelChoice chosen, SettingsFile file, ModelKeys keys, Workshop workshop, Permissions permissions) {
        this.file = file;
        this.keys = keys;
        this.workshop = workshop;
        this.permissions = permissions;
        this.chosen = chosen;
        this.model = open(chosen);
    }

    private Optional<LanguageModel> open(ModelChoice choice) {
        return choice instanceof ModelChoice.Server server ? Optional.of(workshop.open(server, () -> keys.of(server.provider(), server.url()))) : Optional.empty();
    }

    /** Does not block. */
    public ModelChoice current() {
        return chosen;
    }

    /** The model that writes now, if there is one. Does not block. */
    public Optional<LanguageModel> model() {
        return model;
    }

    /** Another one for a single call; without a {@code key} the one that is kept is used. Does not block. */
    public LanguageModel once(ModelChoice.Server server, Optional<String> key) {
        return workshop.open(server, () -> key.isPresent() ? key : keys.of(server.provider(), server.url()));
    }

    public Secrets.Place keyPlace() {
        return keys.place();
    }

    /** Whether a key is there for this address; the key itself is never shown again. */
    public boolean hasKey(ModelChoice.Provider provider, URI url) throws IOException {
        return keys.of(provider, url).isPresent();
    }

    /** The models that a service has. Without a {@code key} the one that is kept is used. */
    public List<OfferedModel> offered(ModelChoice.Provider provider, URI url, Optional<String> key) throws IOException, ModelException, InterruptedException {
        return workshop.offered(provider, url, key.isPresent() ? key : keys.of(provider, url));
    }

    /** The models of an Ollama on this computer; empty where none runs. */
    public Optional<List<String>> ollama() throws InterruptedException {
        return workshop.ollama();
    }

    /** Has a model say hello. Without a {@code key} the one that is kept is used. Nothing of any customer is sent. */
    public Tested test(ModelChoice.Server server, Optional<String> key) throws ModelException, InterruptedException {
        LanguageModel tried = once(server, key);
        var masking = new Masking(new PersonalData(Set.of(), Set.of()));
        var prompt = new Prompt(Prompt.Purpose.TEST, new TicketId("test"), masking.mask("You are being tested. Answer in one short sentence."), masking.mask("Say that you are ready."),
                List.of(), ANSWER);
        var said = new StringBuilder();
        long begun = System.nanoTime();
        var first = new long[1];
        tried.answer(prompt, piece -> {
            if (said.isEmpty()) {
                first[0] = System.nanoTime() - begun;
            }
            said.append(piece);
        });
        return new Tested(said.toString().strip(), Duration.ofNanos(first[0]));
    }

    /** Takes effect at once and at each start; a {@code key} takes the place of the one kept. A choice that cannot be saved changes nothing. */
    public void use(ModelChoice next, Optional<String> key) throws IOException, InterruptedException {
        permissions.require(Permission.CHANGE_MODEL);
        lock.lockInterruptibly();
        try {
            if (next instanceof ModelChoice.Server server && key.isPresent()) {
                keys.keep(server.url(), key.get());
            }
            file.change(all -> all.withModel(next));
            chosen = next;
            model = open(next);
        } finally {
            lock.unlock();
        }
    }
}
