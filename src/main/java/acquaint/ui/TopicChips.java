package acquaint.ui;

import acquaint.pattern.Topic;
import java.util.List;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;

/** Topics to press, each of which filters by its words; the pressed one is what stands in the filter. JavaFX thread only. */
final class TopicChips {

    private final Pane box;
    private final TextInputControl filter;
    private final Texts texts;
    private List<Topic> shown = List.of();

    TopicChips(Pane box, TextInputControl filter, Texts texts) {
        this.box = box;
        this.filter = filter;
        this.texts = texts;
        filter.textProperty().addListener(_ -> press());
    }

    /** Leaves the chips alone where they are the same: making them takes longer than the rest of a sheet that is opened again. */
    void show(List<Topic> topics) {
        if (!topics.equals(shown)) {
            shown = List.copyOf(topics);
            box.getChildren().setAll(topics.stream().map(this::chip).toList());
            press();
        }
    }

    private ToggleButton chip(Topic topic) {
        var chip = new ToggleButton(texts.get("timeline.topic", topic.word(), topic.tickets()));
        chip.getStyleClass().setAll("timeline-topic");
        chip.setMnemonicParsing(false);
        chip.setOnAction(_ -> filter.setText(chip.isSelected() ? topic.word() : ""));
        chip.setUserData(topic.word());
        return chip;
    }

    private void press() {
        String words = filter.getText().strip();
        box.getChildren().forEach(chip -> ((ToggleButton) chip).setSelected(words.equals(chip.getUserData())));
    }
}
