package acquaint.ui;

import acquaint.casework.Members;
import acquaint.casework.Permission;
import acquaint.casework.Permissions;
import acquaint.model.Member;
import acquaint.model.Role;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Who is what at the desk; changed by admins. */
public final class TeamMembersController {

    private final Members members;
    private final Permissions permissions;
    private final Background background;
    private final Background.Sequence doing;
    private final Dialogs dialogs;
    private final Texts texts;
    private final ReadOnlyBooleanWrapper mayChange = new ReadOnlyBooleanWrapper(this, "mayChange");

    @FXML private VBox memberList;
    @FXML private TextField newMember;
    @FXML private ComboBox<Role> newRole;
    @FXML private Button addMember;
    @FXML private Label memberStatus;

    public TeamMembersController(Members members, Permissions permissions, Background background, Dialogs dialogs, Texts texts) {
        this.members = members;
        this.permissions = permissions;
        this.background = background;
        this.doing = background.sequence();
        this.dialogs = dialogs;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        mayChange.set(permissions.allows(Permission.GRANT_ROLES));
        newRole.getItems().setAll(Role.values());
        newRole.setConverter(new EnumWords<>(texts));
        newRole.setValue(Role.AGENT);
        addMember.disableProperty().bind(newMember.textProperty().map(String::isBlank).orElse(true));
        read();
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
        memberStatus.setText("");
    }

    private void read() {
        background.run(members::all).then(this::show);
    }

    private void show(List<Member> all) {
        memberList.getChildren().setAll(all.stream()
                .map(member -> new MemberRow(member, members.me(), isMayChange(), texts, role -> grant(member.name(), role), () -> remove(member))).toList());
    }

    @FXML
    private void addMember() {
        String name = newMember.getText().strip();
        newMember.clear();
        grant(name, newRole.getValue());
    }

    private void grant(String name, Role role) {
        doing.run(() -> members.grant(name, role)).then(granted -> {
            memberStatus.setText(texts.get("team-settings.granted", granted.name(), texts.of(granted.role())));
            read();
        }).onFailure(this::memberTrouble);
    }

    private void remove(Member member) {
        if (dialogs.confirm("team-settings.remove.title", "team-settings.remove.question", "team-settings.remove.do", member.name())) {
            doing.run(() -> {
                members.remove(member.name());
                return null;
            }).then(_ -> {
                memberStatus.setText(texts.get("team-settings.removed", member.name()));
                read();
            }).onFailure(this::memberTrouble);
        }
    }

    private void memberTrouble(Throwable problem) {
        read();
        if (problem instanceof Members.LastAdmin) {
            memberStatus.setText(texts.get("team-settings.last-admin"));
        } else {
            background.report(problem);
        }
    }
}
