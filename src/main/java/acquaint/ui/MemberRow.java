package acquaint.ui;

import acquaint.model.Member;
import acquaint.model.Role;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A member of the team with the highest role that was granted. JavaFX thread only. */
final class MemberRow extends HBox {

    private static final double ROLE_WIDTH = 140;

    /** {@code me} cannot be removed. */
    MemberRow(Member member, Member me, boolean mayChange, Texts texts, Consumer<Role> grant, Runnable remove) {
        var avatar = new Label(Marks.initials(member.name()));
        avatar.getStyleClass().setAll("label", "avatar");
        avatar.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        boolean isMe = member.name().equals(me.name());
        var name = new Label(isMe ? texts.get("team-settings.you", member.name()) : member.name());
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var role = new ComboBox<Role>();
        role.getItems().setAll(Role.values());
        role.setConverter(new EnumWords<>(texts));
        role.setValue(member.role());
        role.setPrefWidth(ROLE_WIDTH);
        role.setMinWidth(USE_PREF_SIZE);
        role.setDisable(!mayChange);
        role.setAccessibleText(texts.get("team-settings.role-of", member.name()));
        role.setOnAction(_ -> {
            if (role.getValue() != member.role()) {
                grant.accept(role.getValue());
            }
        });
        var away = new Button("", new FontIcon(Feather.USER_MINUS));
        away.getStyleClass().addAll("icon-only", "flat", "small");
        away.setAccessibleText(texts.get("team-settings.remove", member.name()));
        away.setVisible(mayChange && !isMe);
        away.setOnAction(_ -> remove.run());
        getStyleClass().add("member-row");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(avatar, name, role, away);
    }
}
