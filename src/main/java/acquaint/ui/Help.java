package acquaint.ui;

import acquaint.settings.FirstRun;
import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What the help menu offers beside the keys. JavaFX thread only. */
public final class Help {

    private final Welcome welcome;
    private final FirstSteps steps;
    private final FirstStepActions actions;
    private final Texts texts;

    public Help(Welcome welcome, FirstSteps steps, FirstStepActions actions, Texts texts) {
        this.welcome = welcome;
        this.steps = steps;
        this.actions = actions;
        this.texts = texts;
    }

    Welcome welcome() {
        return welcome;
    }

    /** Somebody chose the memory, be it the one that was in use before. */
    void memoryChosen() {
        steps.done(FirstRun.Step.CONNECT_MEMORY);
    }

    /** Somebody looks at the sheet of keys. */
    void keysShown() {
        steps.done(FirstRun.Step.LEARN_KEYS);
    }

    List<MenuItem> firstItems() {
        return actions.areOffered() ? List.of(item("menu.welcome", welcome::open), item("menu.checklist", this::showChecklist), new SeparatorMenuItem()) : List.of();
    }

    private MenuItem item(String key, Runnable action) {
        var item = new MenuItem(texts.get(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    /** Whoever asks for the list has been greeted. */
    private void showChecklist() {
        steps.change(now -> now.asWelcomed().withDismissed(false).withFolded(false));
        steps.look();
    }
}
