package acquaint.ui;

import acquaint.casework.HandoffReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.FileChooser;

/** Saves figures into a file of the user's choice, and says below the buttons what became of it. JavaFX thread only. */
final class FiguresExport {

    /** What writes the file that was chosen. */
    private interface Writing {
        Callable<?> to(File file);
    }

    private final Label saved;
    private final Background background;
    private final Texts texts;

    FiguresExport(Label saved, Background background, Texts texts) {
        this.saved = saved;
        this.background = background;
        this.texts = texts;
    }

    void asTable(HandoffReport report) {
        String csv = report.csv();
        save("figures.csv", "CSV", "*.csv", file -> () -> Files.writeString(file.toPath(), csv));
    }

    /** Saves this page as it looks now. */
    void asPicture(Node page) {
        Picture picture = Picture.of(page);
        save("figures.png", "PNG", "*.png", file -> () -> {
            picture.save(file.toPath());
            return null;
        });
    }

    private void save(String name, String kind, String pattern, Writing writing) {
        var chooser = new FileChooser();
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(kind, pattern));
        File file = chooser.showSaveDialog(saved.getScene().getWindow());
        if (file != null) {
            background.run(writing.to(file)).then(_ -> saved.setText(texts.get("figures.saved", file.getName()))).onFailure(problem -> {
                if (problem instanceof IOException) {
                    saved.setText(texts.get("figures.not-saved", file.getName()));
                } else {
                    background.report(problem);
                }
            });
        }
    }
}
