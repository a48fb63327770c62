package acquaint.ui;

import acquaint.settings.Secrets;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;

/** The field where the key of a service is entered, with what is known of the one that is kept. JavaFX thread. */
record KeyEntry(PasswordField field, Label place, Texts texts) {

    /** Where keys are kept, and whether one is for the address at hand. */
    record Kept(Secrets.Place place, boolean here) {}

    /** The key that is entered to be kept instead. */
    Optional<String> entered() {
        return Optional.of(field.getText().strip()).filter(words -> !words.isEmpty());
    }

    void show(Kept kept) {
        field.setPromptText(texts.get(kept.here() ? "memory-settings.key.kept" : "memory-settings.key.none"));
        place.setText(texts.of(kept.place()));
    }
}
