package acquaint.ui;

import acquaint.settings.FirstRun.Step;
import acquaint.settings.MemoryChoice;
import java.util.Arrays;
import javafx.scene.layout.StackPane;

/** The sheet that greets somebody who is new, loaded when it is first wanted. JavaFX thread only. */
public final class Welcome {

    /** Its pages, in their order; each has a view and a controller of its own. */
    public enum Page {
        LOOK_AROUND("welcome-look-around", Step.LOOK_AROUND),
        CONNECT("welcome-connect", Step.CONNECT_MEMORY, Step.CONNECT_MODEL),
        HISTORY("welcome-history", Step.BRING_HISTORY);

        private final String view;
        private final Step[] steps;

        Page(String view, Step... steps) {
            this.view = view;
            this.steps = steps;
        }

        String view() {
            return view;
        }

        boolean isDone(FirstSteps first) {
            return Arrays.stream(steps).allMatch(first::isDone);
        }
    }

    private final Views views;
    private final Places places;
    private final Sheets sheets;
    private final FirstSteps steps;
    private StackPane tickets;
    /** Asked for before there was anything to lie over. */
    private Page wanted;
    private ImportController imports;
    private CopyHistoryController copying;
    private WelcomeController controller;

    public Welcome(Views views, Places places, Sheets sheets, FirstSteps steps) {
        this.views = views;
        this.places = places;
        this.sheets = sheets;
        this.steps = steps;
    }

    /** Says what it lies over, who imports what is brought, and who copies history to another memory. */
    void over(StackPane pane, ImportController importing, CopyHistoryController copyingHistory) {
        tickets = pane;
        imports = importing;
        copying = copyingHistory;
        if (wanted != null) {
            open(wanted);
        }
    }

    /** Opens it for somebody who was never greeted on an empty desk. */
    public void greet() {
        steps.greet(this::open);
    }

    /** Opens it at the first page that is not done. */
    void open() {
        open(Arrays.stream(Page.values()).filter(page -> !page.isDone(steps)).findFirst().orElse(Page.LOOK_AROUND));
    }

    void open(Page page) {
        if (tickets == null) {
            wanted = page;
            return;
        }
        places.show(Place.TICKETS);
        if (controller == null) {
            Views.View<WelcomeController> view = views.load("welcome");
            controller = view.controller();
            controller.begin(this);
            tickets.getChildren().add(view.root());
        }
        sheets.open(Sheets.Sheet.WELCOME, tickets);
        controller.show(page);
    }

    ImportController imports() {
        return imports;
    }

    void copy(MemoryChoice target) {
        copying.run(target);
    }
}
