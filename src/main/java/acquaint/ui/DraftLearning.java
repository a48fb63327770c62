package acquaint.ui;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.MenuItem;

/** Opens what was learned from drafts, and what became of them. JavaFX thread only. */
public final class DraftLearning {

    private static final double WIDTH = 640;
    private static final double WIDE = 1060;
    private static final double HEIGHT = 460;

    private final Views views;
    private final Dialogs dialogs;
    private final Texts texts;

    public DraftLearning(Views views, Dialogs dialogs, Texts texts) {
        this.views = views;
        this.dialogs = dialogs;
        this.texts = texts;
    }

    List<MenuItem> items() {
        var lessons = new MenuItem(texts.get("menu.lessons"));
        lessons.setOnAction(_ -> showLessons());
        var report = new MenuItem(texts.get("menu.draft-report"));
        report.setOnAction(_ -> showReport());
        return List.of(lessons, report);
    }

    public void showLessons() {
        Views.View<LessonsController> view = views.load("lessons");
        open(view.root(), texts.get("lessons.title"), WIDTH);
        view.controller().show();
    }

    public void showReport() {
        Views.View<DraftReportController> view = views.load("draft-report");
        open(view.root(), texts.get("draft-report.title"), WIDE);
        view.controller().show();
    }

    private void open(Node root, String title, double width) {
        var dialog = new Dialog<Void>();
        dialogs.dress(dialog, title, null);
        dialog.getDialogPane().setPrefSize(width, HEIGHT);
        dialog.getDialogPane().setContent(root);
        dialog.setResizable(true);
        dialog.getDialogPane().getButtonTypes().setAll(new ButtonType(texts.get("dialog.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
        dialog.show();
    }
}
