package acquaint.casework;

import static java.nio.charset.StandardCharsets.UTF_8;

import acquaint.reply.PromptTemplate;
import acquaint.reply.PromptTemplate.Problem;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What a language model is told when it drafts: the program's own words, or the team's in a file of the desk. A file that cannot be used is left where it is
 * and passed over. Blocks, but for {@link #current}; safe for several threads.
 */
public final class ReplyPrompt {

    private static final System.Logger LOG = System.getLogger(ReplyPrompt.class.getName());

    private final Path file;
    private final Permissions permissions;
    private volatile PromptTemplate template = PromptTemplate.original(PromptTemplate.Name.REPLY);
    private volatile List<Problem> passedOver = List.of();

    /** Reads {@code file} where there is one. */
    public ReplyPrompt(Path file, Permissions permissions) {
        this.file = file;
        this.permissions = permissions;
        if (Files.exists(file)) {
            try {
                take(new PromptTemplate(Files.readString(file, UTF_8)));
            } catch (IOException e) {
                LOG.log(Level.WARNING, "the team's prompt cannot be read; the program's own is used", e);
            }
        }
    }

    private void take(PromptTemplate own) {
        passedOver = own.problems();
        if (passedOver.isEmpty()) {
            template = own;
        } else {
            LOG.log(Level.WARNING, "the team''s prompt is passed over: {0}", passedOver);
        }
    }

    /** What is in use. */
    public PromptTemplate current() {
        return template;
    }

    /** Whether it is the team's. */
    public boolean isOwn() {
        return !template.equals(original());
    }

    public PromptTemplate original() {
        return PromptTemplate.original(PromptTemplate.Name.REPLY);
    }

    /** What is wrong with the team's file, which is passed over then. */
    public List<Problem> passedOver() {
        return passedOver;
    }

    /** Uses {@code next} from now on; refuses one with problems. What was used before stays when it cannot be saved. */
    public synchronized void use(PromptTemplate next) throws IOException {
        permissions.require(Permission.CHANGE_PROMPT);
        if (!next.problems().isEmpty()) {
            throw new IllegalArgumentException("a prompt with problems: " + next.problems());
        }
        if (next.equals(original())) {
            Files.deleteIfExists(file);
        } else {
            save(next.text());
        }
        template = next;
        passedOver = List.of();
    }

    private void save(String text) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, text + "\n", UTF_8);
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
