package acquaint.ui;

import acquaint.casework.MemorySharing;
import acquaint.casework.SharingKeys;
import java.io.IOException;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** The key that programs have to name to the shared memory: shown once when it is made up, and replaced on demand. */
public final class SharingKeyController {

    /** What is known of the key; {@code unseen} is one that was made up and not shown yet. */
    private record Known(SharingKeys.Kept kept, Optional<String> unseen) {

        @Override
        public String toString() {
            return "Known[kept=" + kept + ']';
        }
    }

    private final MemorySharing sharing;
    private final Background background;
    private final Background.Sequence looking;
    private final Dialogs dialogs;
    private final Texts texts;

    @FXML private TextField newKey;
    @FXML private CopyButton copyKey;
    @FXML private Label explained;
    @FXML private Label words;
    @FXML private Button renew;

    public SharingKeyController(MemorySharing sharing, Background background, Dialogs dialogs, Texts texts) {
        this.sharing = sharing;
        this.background = background;
        this.looking = background.sequence();
        this.dialogs = dialogs;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        look();
    }

    /** Finds out anew what there is to say of the key; a keychain may take its time. */
    void look() {
        looking.run(() -> new Known(sharing.keys().kept(), sharing.unseenKey())).then(this::show).onFailure(this::failed);
    }

    private void show(Known known) {
        known.unseen().ifPresent(key -> {
            newKey.setText(key);
            copyKey.offer(key);
            sharing.keySeen();
        });
        explained.setText(texts.get(known.kept() == SharingKeys.Kept.IN_KEYCHAIN ? "sharing-key.fresh.keychain" : "sharing-key.fresh.file"));
        words.setText(texts.of(known.kept()));
        renew.setVisible(known.kept() == SharingKeys.Kept.IN_KEYCHAIN || known.kept() == SharingKeys.Kept.IN_OWNER_ONLY_FILE);
    }

    @FXML
    private void renew() {
        if (dialogs.confirm("sharing-key.renew.title", "sharing-key.renew.question", "sharing-key.renew.do")) {
            looking.run(() -> {
                sharing.renewKey();
                return null;
            }).then(_ -> look()).onFailure(this::failed);
        }
    }

    private void failed(Throwable problem) {
        if (problem instanceof IOException) {
            newKey.setText("");
            words.setText(texts.get("sharing-key.failed", String.valueOf(problem.getMessage())));
        } else {
            background.report(problem);
        }
    }
}
