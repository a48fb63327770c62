package acquaint.ui;

import acquaint.casework.QueueSort;
import acquaint.casework.QueueView;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Pane;

/** Which tickets the queue is asked for: those of a view, in an order, that have the words of the filter. View and order are remembered. JavaFX thread only. */
final class QueueChoice {

    private final ComboBox<QueueSort> sort;
    private final TextField filter;
    private final Preferences preferences;
    private final Map<QueueView, ViewButton> views = new EnumMap<>(QueueView.class);
    private QueueView view;
    private Runnable viewChosen = () -> {};
    private Runnable changed = () -> {};

    /** {@code viewList} gets a button for each view. */
    QueueChoice(Pane viewList, ComboBox<QueueSort> sort, TextField filter, Preferences preferences, Texts texts) {
        this.sort = sort;
        this.filter = filter;
        this.preferences = preferences;
        offerViews(viewList, texts);
        offerSorting(texts);
        filter.textProperty().addListener(_ -> changed.run());
    }

    private void offerViews(Pane viewList, Texts texts) {
        var group = new ToggleGroup();
        for (QueueView each : QueueView.values()) {
            var button = new ViewButton(each, texts);
            button.setToggleGroup(group);
            button.setOnAction(_ -> choose(each));
            views.put(each, button);
            viewList.getChildren().add(button);
        }
        view = named(QueueView.values(), preferences.get().view(), QueueView.ALL_OPEN);
        views.get(view).setSelected(true);
    }

    private void offerSorting(Texts texts) {
        sort.getItems().setAll(QueueSort.values());
        sort.setConverter(new EnumWords<>(texts));
        sort.setValue(named(QueueSort.values(), preferences.get().sort(), QueueSort.WAITING_LONGEST));
        sort.valueProperty().addListener((_, _, order) -> {
            preferences.change(settings -> settings.withSort(order.name()));
            changed.run();
        });
    }

    /** Says what comes before the change when a view is chosen, be it the one that is shown already. */
    void onView(Runnable then) {
        viewChosen = then;
    }

    /** Says what follows when other tickets are to be shown, or in another order. */
    void onChange(Runnable then) {
        changed = then;
    }

    void choose(QueueView next) {
        view = next;
        views.get(next).setSelected(true);
        preferences.change(settings -> settings.withView(next.name()));
        viewChosen.run();
        changed.run();
    }

    QueueView view() {
        return view;
    }

    QueueSort order() {
        return sort.getValue();
    }

    String words() {
        return filter.getText();
    }

    boolean isFiltered() {
        return !words().isBlank();
    }

    void showCounts(Map<QueueView, Integer> counts) {
        counts.forEach((each, count) -> views.get(each).setCount(count));
    }

    private static <E extends Enum<E>> E named(E[] constants, Optional<String> name, E otherwise) {
        return Arrays.stream(constants).filter(each -> name.filter(each.name()::equals).isPresent()).findFirst().orElse(otherwise);
    }
}
