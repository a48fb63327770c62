package acquaint.ui;

import acquaint.casework.CustomerKnowledge;
import acquaint.memory.Health;
import java.time.LocalDate;
import java.time.ZoneId;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** What there is to say of memory itself: its index is being made anew, or its file was damaged. Silent as a rule. */
public final class MemoryStateController {

    private static final Duration BETWEEN_LOOKS = Duration.seconds(1);

    private final CustomerKnowledge knowledge;
    private final Background.Slot looking;
    private final Texts texts;
    private final TimeWords times;
    private final Timeline again = new Timeline(new KeyFrame(BETWEEN_LOOKS, _ -> look()));

    @FXML private VBox root;
    @FXML private Label words;
    @FXML private ProgressBar progress;
    @FXML private Button dismiss;

    private Runnable remade = () -> {};
    private boolean making;
    private boolean dismissed;

    public MemoryStateController(CustomerKnowledge knowledge, Background background, Texts texts, TimeWords times) {
        this.knowledge = knowledge;
        this.looking = background.slot();
        this.texts = texts;
        this.times = times;
        again.setCycleCount(Animation.INDEFINITE);
    }

    /** Says what to do when the index is whole again. */
    void onRemade(Runnable handler) {
        remade = handler;
    }

    /** Asks how memory is; to be called when it has answered. */
    void look() {
        looking.run(knowledge::health).then(this::show);
    }

    private void show(Health health) {
        boolean done = making && health.remaking().isEmpty();
        making = health.remaking().isPresent();
        boolean ill = !health.well() && health.damage().isPresent();
        boolean damaged = health.damage().isPresent() && (ill || !dismissed);
        root.setVisible(making || damaged);
        progress.setVisible(making);
        dismiss.setVisible(!making && damaged && !ill);
        health.remaking().ifPresent(progress::setProgress);
        words.setText(making ? texts.get("memory.state.remaking", Math.round(100 * health.remaking().orElseThrow()))
                : ill ? texts.get("memory.state.unreadable") : health.damage().filter(_ -> damaged).map(this::words).orElse(""));
        if (making) {
            again.play();
        } else {
            again.stop();
        }
        if (done) {
            remade.run();
        }
    }

    private String words(Health.Damage damage) {
        return damage.copyOf()
                .map(day -> texts.get("memory.state.restored", damage.keptAs(), times.shortDay(LocalDate.parse(day).atStartOfDay(ZoneId.systemDefault()).toInstant())))
                .orElseGet(() -> texts.get("memory.state.damaged", damage.keptAs()));
    }

    @FXML
    private void dismiss() {
        dismissed = true;
        look();
    }
}
