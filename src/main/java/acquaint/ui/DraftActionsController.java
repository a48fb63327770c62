package acquaint.ui;

import acquaint.casework.WrongBecause;
import acquaint.model.TicketId;
import acquaint.reply.Wish;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;

/** What can be done with a draft: take it, change it in its place, have it changed, compare. */
public final class DraftActionsController {

    private static final List<Wish.Kind> REFINEMENTS = List.of(Wish.Kind.SHORTER, Wish.Kind.WARMER, Wish.Kind.MORE_FORMAL, Wish.Kind.SIMPLER);

    private final DraftProposal proposal;
    private final Dialogs dialogs;
    private final Notices notices;
    private final Keys keys;
    private final Texts texts;
    private final BooleanBinding noModel;
    private Runnable edit = () -> {};
    private Consumer<Boolean> compared = _ -> {};
    private BiConsumer<TicketId, String> read = (_, _) -> {};

    @FXML private Button acceptDraft;
    @FXML private MenuButton refine;
    @FXML private MenuButton wrong;
    @FXML private Button editInPlace;
    @FXML private ToggleButton compare;
    @FXML private Button anotherProposal;
    @FXML private TextField instruction;
    @FXML private Button rewrite;

    public DraftActionsController(DraftProposal proposal, Dialogs dialogs, Notices notices, Keys keys, Texts texts) {
        this.proposal = proposal;
        this.dialogs = dialogs;
        this.notices = notices;
        this.keys = keys;
        this.texts = texts;
        this.noModel = proposal.modelProperty().isNull();
    }

    @FXML
    private void initialize() {
        refine.getItems().setAll(REFINEMENTS.stream().map(kind -> refinement(kind, () -> proposal.refine(kind))).toList());
        refine.getItems().addAll(new SeparatorMenuItem(),
                refinement(Wish.Kind.TRANSLATED, () -> proposal.refine(Wish.Kind.TRANSLATED)),
                refinement(Wish.Kind.FOR_READING, () -> proposal.ticket().ifPresent(
                        ticket -> read.accept(ticket, proposal.versionProperty().get().text()))));
        refine.getItems().addAll(new SeparatorMenuItem(), needsModel());
        wrong.getItems().setAll(Arrays.stream(WrongBecause.values()).map(this::reason).toList());
        instruction.disableProperty().bind(noModel);
        instruction.promptTextProperty().bind(Bindings.when(noModel)
                .then(texts.get("draft.needs-model")).otherwise(texts.get("draft.instruction.prompt")));
        rewrite.disableProperty().bind(noModel.or(instruction.textProperty().isEmpty()));
        compare.selectedProperty().addListener((_, _, shown) -> compared.accept(shown));
        proposal.versionProperty().addListener(_ -> {
            boolean comparable = proposal.versions().before().isPresent();
            compare.setDisable(!comparable);
            compare.setSelected(compare.isSelected() && comparable);
        });
        compare.setDisable(true);
        anotherProposal.visibleProperty().bind(proposal.proposalsProperty().greaterThan(1));
        anotherProposal.textProperty().bind(Bindings.createStringBinding(
                () -> texts.get("draft.proposals", proposal.proposalsProperty().get()), proposal.proposalsProperty()));
        keys.on(Shortcut.ACCEPT_DRAFT, () -> proposal.accept(false));
        keys.on(Shortcut.REFINE_DRAFT, this::showRefinements);
        var hints = new KeyHints(keys.keymap(), texts);
        hints.tip(acceptDraft, Shortcut.ACCEPT_DRAFT);
        hints.tip(refine, Shortcut.REFINE_DRAFT);
    }

    /** Says who lets the agent change the draft in its place. */
    void onEdit(Runnable editor) {
        edit = editor;
    }

    /** Says who shows the draft beside what it was before. */
    void onCompare(Consumer<Boolean> comparison) {
        compared = comparison;
    }

    /** Says who shows a translation for reading. */
    void onRead(BiConsumer<TicketId, String> reading) {
        read = reading;
    }

    @FXML
    private void accept() {
        keys.run(Shortcut.ACCEPT_DRAFT);
    }

    @FXML
    private void acceptAndEdit() {
        proposal.accept(true);
    }

    @FXML
    private void another() {
        compare.setSelected(false);
        proposal.another();
    }

    @FXML
    private void again() {
        proposal.again();
    }

    @FXML
    private void edit() {
        compare.setSelected(false);
        edit.run();
    }

    @FXML
    private void instruct() {
        String words = instruction.getText().strip();
        if (!words.isEmpty()) {
            instruction.clear();
            proposal.instruct(words);
        }
    }

    private void showRefinements() {
        if (proposal.state().get() == DraftProposal.State.READY) {
            refine.requestFocus();
            refine.show();
        }
    }

    private MenuItem refinement(Wish.Kind kind, Runnable action) {
        var item = new MenuItem(switch (kind) {
            case SHORTER -> texts.get("draft.refine.shorter");
            case WARMER -> texts.get("draft.refine.warmer");
            case MORE_FORMAL -> texts.get("draft.refine.more-formal");
            case SIMPLER -> texts.get("draft.refine.simpler");
            case TRANSLATED -> texts.get("draft.refine.translated");
            case FOR_READING -> texts.get("draft.refine.for-reading");
            case REPLY, INSTRUCTION -> throw new IllegalArgumentException(kind + " refines nothing");
        });
        item.disableProperty().bind(noModel);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private MenuItem reason(WrongBecause reason) {
        var item = new MenuItem(texts.of(reason));
        item.setOnAction(_ -> {
            if (reason == WrongBecause.OTHER) {
                dialogs.askText("draft.wrong.title", "draft.wrong.question", "").ifPresent(words -> note(reason, words));
            } else {
                note(reason, "");
            }
        });
        return item;
    }

    private void note(WrongBecause reason, String words) {
        proposal.wrong(reason, words);
        notices.say("draft.wrong.noted");
    }

    private MenuItem needsModel() {
        var item = new MenuItem(texts.get("draft.needs-model.settings"));
        item.visibleProperty().bind(noModel);
        item.setOnAction(_ -> keys.run(Shortcut.MODEL_SETTINGS));
        return item;
    }
}
