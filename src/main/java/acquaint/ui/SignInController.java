package acquaint.ui;

import acquaint.casework.Members;
import acquaint.model.Member;
import acquaint.model.Role;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;

/** Name and role of who signs in; says in words when the role was not granted. */
public final class SignInController {

    private final Background background;
    private final Texts texts;
    private final SimpleBooleanProperty busy = new SimpleBooleanProperty(this, "busy");

    @FXML private Label current;
    @FXML private ComboBox<String> name;
    @FXML private ComboBox<Role> role;
    @FXML private Label trouble;

    private List<Member> known = List.of();

    public SignInController(Background background, Texts texts) {
        this.background = background;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        role.getItems().setAll(Role.values());
        role.setConverter(new EnumWords<>(texts));
        name.getEditor().textProperty().addListener((_, _, typed) -> {
            trouble.setText("");
            known.stream().filter(member -> member.name().equals(typed.strip())).findFirst().ifPresent(member -> role.setValue(member.role()));
        });
        role.valueProperty().addListener(_ -> trouble.setText(""));
    }

    void show(Member me, List<Member> all) {
        known = all;
        current.setText(texts.get("sign-in.now", me.name(), texts.of(me.role())));
        name.getItems().setAll(all.stream().map(Member::name).toList());
        name.getEditor().setText(me.name());
        role.setValue(me.role());
    }

    void focus() {
        name.getEditor().requestFocus();
        name.getEditor().selectAll();
    }

    /** Whether there is somebody to sign in. */
    BooleanBinding complete() {
        return new BooleanBinding() {
            {
                bind(name.getEditor().textProperty(), role.valueProperty(), busy);
            }

            @Override
            protected boolean computeValue() {
                return !name.getEditor().getText().isBlank() && role.getValue() != null && !busy.get();
            }
        };
    }

    /** {@code then} runs when it is done; what was refused is said in the form. */
    void signIn(Members members, Runnable then) {
        String who = name.getEditor().getText().strip();
        Role as = role.getValue();
        busy.set(true);
        background.run(() -> members.signIn(who, as)).then(_ -> then.run()).onFailure(problem -> {
            busy.set(false);
            if (problem instanceof Members.RoleNotGranted refused) {
                trouble.setText(texts.get("sign-in.refused", refused.granted().name(), texts.of(refused.granted().role()), texts.of(refused.asked())));
            } else {
                background.report(problem);
            }
        });
    }
}
