package acquaint.ui;

import acquaint.casework.LanguageModels;
import acquaint.casework.LanguageModels.Tested;
import acquaint.reply.ModelException;
import acquaint.reply.provider.OfferedModel;
import acquaint.settings.MemoryChoice;
import acquaint.settings.ModelChoice;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Chooses the language model that writes drafts, lists those of a service, and tests one before it is used. */
public final class ModelSettingsController {

    /** What the form is doing. */
    public enum State { READY, LISTING, TESTING, SAVING }

    private final LanguageModels models;
    private final Background background;
    private final Background.Slot asking;
    private final Background.Slot looking;
    private final Background.Slot probing;
    private final Dialogs dialogs;
    private final Texts texts;
    private final SaveTrouble saving;
    private final ScreenState<State> state = new ScreenState<>(State.READY);
    private final ReadOnlyBooleanWrapper reachable = new ReadOnlyBooleanWrapper(this, "reachable");
    private final ReadOnlyBooleanWrapper usable = new ReadOnlyBooleanWrapper(this, "usable");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed");

    @FXML private ComboBox<ModelService> service;
    @FXML private Label explained;
    @FXML private VBox details;
    @FXML private TextField modelAddress;
    @FXML private Label addressProblem;
    @FXML private Label elsewhere;
    @FXML private PasswordField modelKey;
    @FXML private Label keyPlace;
    @FXML private ComboBox<String> modelName;
    @FXML private Label listed;
    @FXML private Label offered;
    @FXML private TestResult tested;
    @FXML private Label status;

    private KeyEntry keyEntry;
    private List<String> ollama = List.of();
    private boolean works;
    private Runnable done = () -> {};

    public ModelSettingsController(LanguageModels models, Background background, Dialogs dialogs, Texts texts) {
        this.models = models;
        this.background = background;
        this.asking = background.slot();
        this.looking = background.slot();
        this.probing = background.slot();
        this.dialogs = dialogs;
        this.texts = texts;
        this.saving = new SaveTrouble(background, texts);
    }

    @FXML
    private void initialize() {
        keyEntry = new KeyEntry(modelKey, keyPlace, texts);
        service.setConverter(new EnumWords<>(texts));
        service.getItems().setAll(ModelService.values());
        service.setValue(ModelService.of(models.current()));
        if (models.current() instanceof ModelChoice.Server server) {
            modelAddress.setText(server.url().toString());
            modelName.getEditor().setText(server.model());
        }
        details.visibleProperty().bind(service.valueProperty().isNotEqualTo(ModelService.NONE));
        service.valueProperty().addListener((_, _, next) -> chosen(next));
        modelAddress.textProperty().addListener(_ -> entered());
        modelKey.textProperty().addListener(_ -> entered());
        modelName.getEditor().textProperty().addListener(_ -> entered());
        entered();
        probing.run(models::ollama).then(this::offer);
    }

    public ScreenState<State> getState() {
        return state;
    }

    /** Whether there is an address to ask for its models. */
    public ReadOnlyBooleanProperty reachableProperty() {
        return reachable.getReadOnlyProperty();
    }

    public boolean isReachable() {
        return reachable.get();
    }

    /** Whether there is a model to test. */
    public ReadOnlyBooleanProperty usableProperty() {
        return usable.getReadOnlyProperty();
    }

    public boolean isUsable() {
        return usable.get();
    }

    /** Whether what is entered can be used, and is not in use. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    public boolean isChanged() {
        return changed.get();
    }

    /** Says what to do when the choice is made. */
    void onDone(Runnable handler) {
        done = handler;
    }

    /** Gives up what is under way: the form is gone. */
    void leave() {
        asking.cancel();
        looking.cancel();
        probing.cancel();
    }

    private ModelForm form() {
        return new ModelForm(service.getValue(), modelAddress.getText(), modelKey.getText(), modelName.getEditor().getText());
    }

    private void offer(Optional<List<String>> found) {
        ollama = found.orElse(List.of());
        boolean first = models.current() instanceof ModelChoice.None && service.getValue() == ModelService.NONE && !ollama.isEmpty();
        offered.setText(first ? texts.get("model-settings.ollama.found", String.join(", ", ollama)) : "");
    }

    @FXML
    private void takeOllama() {
        service.setValue(ModelService.OLLAMA);
        modelName.getItems().setAll(ollama);
        modelName.getEditor().setText(ollama.getFirst());
        offered.setText("");
    }

    private void chosen(ModelService next) {
        modelAddress.setText(next.usual().map(URI::toString).orElse(""));
        modelName.getItems().clear();
        modelName.getEditor().clear();
        modelKey.clear();
    }

    /** Something else is entered: what was found out does not hold any more. */
    private void entered() {
        cancel();
        ModelForm form = form();
        explained.setText(explanation(form.service()));
        addressProblem.setText(form.address().isEmpty() ? "" : form.problem().map(bad -> switch (bad) {
            case NOT_AN_ADDRESS -> texts.get("memory-meaning.address.bad", ModelChoice.Server.OLLAMA.toString());
            case NOT_HTTPS -> texts.of(bad);
        }).orElse(""));
        elsewhere.setText(form.url().filter(url -> !MemoryChoice.isLoopback(url.getHost())).map(url -> texts.get("model-settings.elsewhere", url.getHost())).orElse(""));
        reachable.set(form.url().isPresent());
        usable.set(form.server().isPresent());
        changed.set(form.choice().filter(next -> !next.equals(models.current()) || next instanceof ModelChoice.Server && form.newKey().isPresent()).isPresent());
        form.url().ifPresent(url -> looking.run(() -> new KeyEntry.Kept(models.keyPlace(), models.hasKey(form.service().provider(), url))).then(keyEntry::show).onFailure(this::failed));
    }

    private String explanation(ModelService of) {
        return switch (of) {
            case NONE -> texts.get("model-settings.explained.none");
            case OPENAI -> texts.get("model-settings.explained.openai");
            case ANTHROPIC -> texts.get("model-settings.explained.anthropic");
            case OPENROUTER -> texts.get("model-settings.explained.openrouter");
            case OLLAMA -> texts.get("model-settings.explained.ollama");
            case LM_STUDIO -> texts.get("model-settings.explained.lm-studio");
            case OTHER -> texts.get("model-settings.explained.other");
        };
    }

    @FXML
    private void cancel() {
        asking.cancel();
        if (state.get() != State.SAVING) {
            state.set(State.READY);
        }
        works = false;
        listed.setText("");
        tested.clear();
        status.setText("");
    }

    @FXML
    private void list() {
        cancel();
        ModelForm form = form();
        form.url().ifPresent(url -> {
            state.set(State.LISTING);
            asking.run(() -> models.offered(form.service().provider(), url, form.newKey())).then(this::showList).onFailure(problem -> {
                state.set(State.READY);
                trouble(problem).ifPresentOrElse(listed::setText, () -> failed(problem));
            });
        });
    }

    private void showList(List<OfferedModel> found) {
        state.set(State.READY);
        String entered = modelName.getEditor().getText();
        modelName.getItems().setAll(found.stream().map(OfferedModel::name).sorted().toList());
        // Where there is one only, there is nothing to choose.
        modelName.getEditor().setText(entered.isBlank() && found.size() == 1 ? found.getFirst().name() : entered);
        listed.setText(found.isEmpty() ? texts.get("model-settings.list.none") : texts.get("model-settings.listed", found.size()));
    }

    private Optional<String> trouble(Throwable problem) {
        return problem instanceof ModelException e ? Optional.of(new ModelTrouble(e, texts).words()) : Optional.empty();
    }

    @FXML
    private void test() {
        cancel();
        ModelForm form = form();
        form.server().ifPresent(server -> {
            state.set(State.TESTING);
            asking.run(() -> models.test(server, form.newKey())).then(this::showTest).onFailure(problem -> {
                state.set(State.READY);
                trouble(problem).ifPresentOrElse(words -> tested.show(false, words, ""), () -> failed(problem));
            });
        });
    }

    private void showTest(Tested answer) {
        state.set(State.READY);
        works = true;
        tested.show(true, texts.get("model-settings.works", answer.firstWord().toMillis()), answer.said().isEmpty() ? "" : "\u201C" + answer.said() + "\u201D");
    }

    @FXML
    private void apply() {
        ModelForm form = form();
        ModelChoice next = form.choice().orElseThrow();
        if (next instanceof ModelChoice.Server && !works
                && !dialogs.confirm("memory-settings.untested.title", "model-settings.untested.question", "memory-settings.untested.do")) {
            return;
        }
        state.set(State.SAVING);
        background.run(() -> {
            models.use(next, form.newKey());
            return null;
        }).then(_ -> applied(next)).onFailure(this::failed);
    }

    private void applied(ModelChoice now) {
        state.set(State.READY);
        modelKey.clear();
        changed.set(false);
        status.setText(texts.get(now instanceof ModelChoice.None ? "model-settings.applied.none" : "model-settings.applied"));
        done.run();
    }

    private void failed(Throwable problem) {
        state.set(State.READY);
        saving.tell(problem, status);
    }
}
