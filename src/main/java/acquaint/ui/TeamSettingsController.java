package acquaint.ui;

import acquaint.casework.HandoffTargets;
import acquaint.casework.Permission;
import acquaint.casework.Permissions;
import acquaint.casework.SendRules;
import acquaint.model.Priority;
import acquaint.settings.SendRulesChoice;
import acquaint.settings.Supervision;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;

/** Who is what at the desk, which replies a second person must see, and how soon handoffs are to be taken; for admins. */
public final class TeamSettingsController {

    private final SendRules rules;
    private final HandoffTargets targets;
    private final Permissions permissions;
    private final Background background;
    private final Background.Sequence doing;
    private final Texts texts;
    private final Map<Priority, Spinner<Integer>> hours = new EnumMap<>(Priority.class);
    private final ReadOnlyBooleanWrapper mayChange = new ReadOnlyBooleanWrapper(this, "mayChange");

    @FXML private TeamMembersController membersController;
    @FXML private TextField above;
    @FXML private TextArea legalWords;
    @FXML private TextField tiers;
    @FXML private Label rulesStatus;
    @FXML private GridPane targetGrid;
    @FXML private Label targetsStatus;

    public TeamSettingsController(SendRules rules, HandoffTargets targets, Permissions permissions, Background background, Texts texts) {
        this.rules = rules;
        this.targets = targets;
        this.permissions = permissions;
        this.background = background;
        this.doing = background.sequence();
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        mayChange.set(permissions.allows(Permission.GRANT_ROLES));
        SendRulesChoice chosen = rules.current();
        above.setText(chosen.above().map(BigDecimal::toPlainString).orElse(""));
        legalWords.setText(String.join("\n", chosen.words()));
        tiers.setText(String.join(", ", chosen.tiers()));
        for (Priority priority : Arrays.asList(Priority.values()).reversed()) {
            var spinner = new Spinner<Integer>(1, Supervision.MOST_HOURS, targets.hours().get(priority));
            spinner.setEditable(true);
            spinner.setId("hours-" + priority.name().toLowerCase(java.util.Locale.ROOT));
            spinner.setAccessibleText(texts.get("team-settings.hours", texts.of(priority)));
            spinner.getEditor().setAccessibleText(texts.get("team-settings.hours", texts.of(priority)));
            hours.put(priority, spinner);
            targetGrid.addRow(targetGrid.getRowCount(), new Label(texts.of(priority)), spinner, new Label(texts.get("team-settings.hours.unit")));
        }
    }

    public ReadOnlyBooleanProperty mayChangeProperty() {
        return mayChange.getReadOnlyProperty();
    }

    /** Whether the role that is signed in may change any of it. */
    public boolean isMayChange() {
        return mayChange.get();
    }

    /** Nothing here goes on when the settings are closed. */
    void leave() {
        membersController.leave();
    }

    @FXML
    private void applyRules() {
        Optional<BigDecimal> sum;
        try {
            sum = Optional.of(above.getText().strip().replace(',', '.')).filter(typed -> !typed.isEmpty()).map(BigDecimal::new);
        } catch (NumberFormatException _) {
            rulesStatus.setText(texts.get("team-settings.above.bad"));
            return;
        }
        if (sum.filter(each -> each.signum() < 0).isPresent()) {
            rulesStatus.setText(texts.get("team-settings.above.bad"));
            return;
        }
        var next = new SendRulesChoice(sum, legalWords.getText().lines().toList(), List.of(tiers.getText().split("[,;]")));
        save(() -> rules.use(next), rulesStatus);
    }

    @FXML
    private void applyTargets() {
        var next = new EnumMap<Priority, Integer>(Priority.class);
        hours.forEach((priority, spinner) -> {
            spinner.commitValue();
            next.put(priority, spinner.getValue());
        });
        save(() -> targets.use(next), targetsStatus);
    }

    /** A choice that is written to the settings. */
    private interface Choice {
        void use() throws IOException;
    }

    private void save(Choice choice, Label status) {
        doing.run(() -> {
            choice.use();
            return null;
        }).then(_ -> status.setText(texts.get("team-settings.saved"))).onFailure(problem -> {
            if (problem instanceof IOException) {
                status.setText(texts.get("team-settings.not-saved"));
            } else {
                background.report(problem);
            }
        });
    }
}
