package acquaint.ui;

import acquaint.brief.Brief;
import acquaint.brief.BriefJson;
import acquaint.casework.Briefs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;

/** Takes a brief out of the program: to a file or to the clipboard. JavaFX thread only. */
public final class BriefExport {

    /** In which form. */
    enum Form {
        PDF("pdf"), MARKDOWN("md"), JSON("json");

        private final String ending;

        Form(String ending) {
            this.ending = ending;
        }
    }

    private final Briefs briefs;
    private final Background background;
    private final Dialogs dialogs;
    private final Notices notices;
    private final Texts texts;

    public BriefExport(Briefs briefs, Background background, Dialogs dialogs, Notices notices, Texts texts) {
        this.briefs = briefs;
        this.background = background;
        this.dialogs = dialogs;
        this.notices = notices;
        this.texts = texts;
    }

    /** For a menu; {@code brief} is asked for when one is chosen. */
    List<MenuItem> items(Supplier<Brief> brief) {
        return List.of(item("brief.export.pdf", () -> choose(brief.get(), Form.PDF)),
                item("brief.export.markdown", () -> choose(brief.get(), Form.MARKDOWN)),
                item("brief.export.json", () -> choose(brief.get(), Form.JSON)), new SeparatorMenuItem(),
                item("brief.export.copy-markdown", () -> copy(brief.get(), one -> briefs.markdown(one))),
                item("brief.export.copy-json", () -> copy(brief.get(), BriefJson::write)));
    }

    private MenuItem item(String key, Runnable action) {
        var item = new MenuItem(texts.get(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void choose(Brief brief, Form form) {
        var chooser = new FileChooser();
        chooser.setInitialFileName("brief-" + brief.ticket().value().replaceAll("[^\\p{L}\\p{N}._-]", "_") + "." + form.ending);
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(form.name(), "*." + form.ending));
        File file = chooser.showSaveDialog(dialogs.window());
        if (file != null) {
            write(brief, form, file.toPath());
        }
    }

    /** Writes it and says so, or says why not. */
    void write(Brief brief, Form form, Path file) {
        background.run(() -> {
            put(brief, form, file);
            return null;
        }).then(_ -> notices.say("brief.export.done", file.getFileName())).onFailure(problem -> {
            if (problem instanceof IOException) {
                notices.say("brief.export.failed", problem.getMessage());
            } else {
                background.report(problem);
            }
        });
    }

    private void put(Brief brief, Form form, Path file) throws IOException {
        switch (form) {
            case PDF -> {
                try (var out = Files.newOutputStream(file)) {
                    briefs.pdf(brief, out);
                }
            }
            case MARKDOWN -> Files.writeString(file, briefs.markdown(brief));
            case JSON -> Files.writeString(file, BriefJson.write(brief));
        }
    }

    private void copy(Brief brief, Function<Brief, String> form) {
        var content = new ClipboardContent();
        content.putString(form.apply(brief));
        Clipboard.getSystemClipboard().setContent(content);
        notices.say("brief.export.copied");
    }
}
