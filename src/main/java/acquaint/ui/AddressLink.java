package acquaint.ui;

import acquaint.model.Address;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** An address that is copied by a click. */
final class AddressLink extends Hyperlink {

    private final FontIcon icon = new FontIcon();

    AddressLink(Texts texts) {
        setGraphic(icon);
        getStyleClass().add("address");
        setTooltip(new Tooltip(texts.get("memory.address.copy")));
        setOnAction(_ -> copy());
    }

    void show(Address address) {
        setText(address.value());
        icon.setIconCode(switch (address.kind()) {
            case EMAIL -> Feather.MAIL;
            case PHONE -> Feather.PHONE;
            case HANDLE -> Feather.AT_SIGN;
        });
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(getText());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
