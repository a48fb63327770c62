package acquaint.ui;

import acquaint.casework.Members;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;

/** Asks who sits at the desk and in which role, and opens the desk anew for them. JavaFX thread only. */
public final class SignIn {

    private final Members members;
    private final Views views;
    private final Dialogs dialogs;
    private final Background background;
    private final Texts texts;
    private Runnable reopen = () -> {};

    public SignIn(Members members, Views views, Dialogs dialogs, Background background, Keys keys, Texts texts) {
        this.members = members;
        this.views = views;
        this.dialogs = dialogs;
        this.background = background;
        this.texts = texts;
        keys.on(Shortcut.SIGN_IN, this::ask);
    }

    /** Says what closes this window, with all that was typed on disk, and opens the desk again. */
    public void onSignedIn(Runnable handler) {
        reopen = handler;
    }

    private void ask() {
        background.run(members::all).then(all -> {
            Views.View<SignInController> form = views.load("sign-in");
            form.controller().show(members.me(), all);
            var signIn = new ButtonType(texts.get("sign-in.do"), ButtonBar.ButtonData.OK_DONE);
            var dialog = new Dialog<Void>();
            dialogs.dress(dialog, texts.get("sign-in.title"), null);
            dialog.getDialogPane().setContent(form.root());
            dialog.getDialogPane().getButtonTypes().setAll(signIn, new ButtonType(texts.get("dialog.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
            var button = (Button) dialog.getDialogPane().lookupButton(signIn);
            button.disableProperty().bind(form.controller().complete().not());
            button.addEventFilter(javafx.event.ActionEvent.ACTION, event -> {
                // The dialog stays until it is known whether the role was granted.
                event.consume();
                form.controller().signIn(members, () -> {
                    dialog.close();
                    reopen.run();
                });
            });
            dialog.setOnShown(_ -> form.controller().focus());
            dialog.show();
        });
    }
}
