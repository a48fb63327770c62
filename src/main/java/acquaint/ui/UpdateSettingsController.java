package acquaint.ui;

import acquaint.settings.MemoryChoice;
import acquaint.update.Release;
import java.net.URI;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Whether and where the program asks for a newer version of itself, and the answer. */
public final class UpdateSettingsController {

    /** What is known of a newer version. */
    public enum State { NOTHING, ASKING, NEWEST, NEWER, TROUBLE }

    private final UpdateWatch watch;
    private final SystemPrograms programs;
    private final Texts texts;
    private final String version;
    private final ScreenState<State> state = new ScreenState<>(State.NOTHING);

    @FXML private Switch askDaily;
    @FXML private TextField updateAddress;
    @FXML private Label updateAddressProblem;
    @FXML private Button askNow;
    @FXML private Label answer;
    @FXML private Label notes;
    @FXML private Hyperlink page;
    @FXML private VBox newer;

    private Subscription following = () -> {};

    public UpdateSettingsController(UpdateWatch watch, SystemPrograms programs, Texts texts, String version) {
        this.watch = watch;
        this.programs = programs;
        this.texts = texts;
        this.version = version;
    }

    @FXML
    private void initialize() {
        askDaily.setSelected(watch.settings().on());
        updateAddress.setText(watch.settings().address().map(URI::toString).orElse(""));
        askDaily.selectedProperty().addListener((_, _, on) -> watch.change(updates -> updates.withOn(on)));
        updateAddress.textProperty().addListener(_ -> entered());
        entered();
        following = watch.knownProperty().subscribe(this::show);
    }

    public ScreenState<State> getState() {
        return state;
    }

    /** The settings are closed. */
    void leave() {
        following.unsubscribe();
    }

    private Optional<URI> address() {
        String entered = updateAddress.getText().strip();
        return entered.isEmpty() || MemoryChoice.problem(entered).isPresent() ? Optional.empty() : Optional.of(URI.create(entered));
    }

    /** An address that cannot be asked is not kept; none is a choice, too. */
    private void entered() {
        String entered = updateAddress.getText().strip();
        Optional<MemoryChoice.BadUrl> problem = entered.isEmpty() ? Optional.empty() : MemoryChoice.problem(entered);
        updateAddressProblem.setText(problem.map(texts::of).orElse(""));
        askNow.setDisable(address().isEmpty());
        if (problem.isEmpty() && !watch.settings().address().equals(address())) {
            watch.change(updates -> updates.withAddress(address()));
        }
    }

    @FXML
    private void ask() {
        address().ifPresent(watch::ask);
    }

    private void show(UpdateWatch.Known known) {
        askNow.setDisable(known instanceof UpdateWatch.Known.Asking || address().isEmpty());
        switch (known) {
            case UpdateWatch.Known.Nothing _ -> state.set(State.NOTHING);
            case UpdateWatch.Known.Asking _ -> state.set(State.ASKING);
            case UpdateWatch.Known.Newest _ -> say(State.NEWEST, texts.get("updates.newest", version));
            case UpdateWatch.Known.Newer(Release release) -> show(release);
            case UpdateWatch.Known.Trouble(var kind) -> say(State.TROUBLE, texts.get("updates.trouble", texts.of(kind)));
        }
    }

    private void show(Release release) {
        notes.setText(release.notes());
        page.setVisible(release.url().isPresent());
        release.url().ifPresent(url -> {
            page.setText(url.toString());
            page.setOnAction(_ -> programs.open(url));
        });
        say(State.NEWER, texts.get("updates.newer", release.version(), version));
    }

    private void say(State next, String words) {
        answer.setText(words);
        state.set(next);
    }
}
