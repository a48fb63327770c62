package acquaint.ui;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import org.controlsfx.control.ToggleSwitch;

/** A switch in the theme's colours, whose state a screen reader can tell and change. */
public final class Switch extends ToggleSwitch {

    public Switch() {
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        selectedProperty().addListener(_ -> notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED));
    }

    /** The library's own is written for another theme and stumbles over this one; the theme has rules for switches itself. */
    @Override
    public String getUserAgentStylesheet() {
        return null;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED ? Boolean.valueOf(isSelected()) : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            fire();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
