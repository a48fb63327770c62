package acquaint.command;

import acquaint.model.Errand;
import acquaint.model.Mailto;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What stands on the command line where a command could stand: mails and links that a desktop hands over. */
final class ErrandWords {

    private ErrandWords() {}

    /** Each word as an errand; the words that are none are added to {@code unknown}. Files are looked for in {@code directory}. */
    static List<Errand> read(List<String> words, Path directory, List<String> unknown) {
        var errands = new ArrayList<Errand>();
        for (String word : words) {
            errand(word, directory).ifPresentOrElse(errands::add, () -> unknown.add(word));
        }
        return errands;
    }

    private static Optional<Errand> errand(String word, Path directory) {
        if (Mailto.isLink(word)) {
            return Optional.of(new Errand.MailLink(word));
        }
        try {
            if (word.regionMatches(true, 0, "file:", 0, 5)) {
                return Optional.of(new Errand.MailFile(Path.of(URI.create(word))));
            }
            return word.toLowerCase(Locale.ROOT).endsWith(".eml") ? Optional.of(new Errand.MailFile(directory.resolve(word))) : Optional.empty();
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            // No path of this system (InvalidPathException), or a file of another one.
            return Optional.empty();
        }
    }
}
