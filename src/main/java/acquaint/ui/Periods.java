package acquaint.ui;

import java.util.List;
import javafx.scene.control.ChoiceBox;
import javafx.util.StringConverter;

/** Spans of days up to now to choose from, as "last 7 days". JavaFX thread only. */
final class Periods {

    private Periods() {}

    static void offer(ChoiceBox<Integer> box, List<Integer> days, int usual, Texts texts) {
        box.getItems().setAll(days);
        box.setValue(usual);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer length) {
                return length == null ? "" : texts.get("period.days", length);
            }

            @Override
            public Integer fromString(String words) {
                throw new UnsupportedOperationException("a period is chosen, not typed");
            }
        });
    }
}
