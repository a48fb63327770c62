package acquaint.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Some counts by name, to be drawn as bars or listed as a table that says the same. JavaFX thread only. */
final class Figure {

    /** Numbers beyond which an axis has no more room for one mark each. */
    private static final int FEW = 10;
    private static final double WIDEST_BAR = 56;
    private static final double ROW = 32;
    private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");

    private record Row(String name, List<Integer> counts) {}

    private final String title;
    private final String names;
    private final String nothing;
    private final List<String> series;
    private final List<Row> rows = new ArrayList<>();

    /** {@code names} heads the column of names, {@code nothing} stands where there are no rows. */
    Figure(String title, String names, String nothing, List<String> series) {
        this.title = title;
        this.names = names;
        this.nothing = nothing;
        this.series = series;
    }

    void add(String name, Integer... counts) {
        rows.add(new Row(name, Arrays.asList(counts)));
    }

    Region node(boolean asTable) {
        var heading = new Label(title);
        heading.getStyleClass().add("figure-title");
        Node content = isEmpty() ? empty() : asTable ? table() : chart();
        VBox.setVgrow(content, Priority.ALWAYS);
        var node = new VBox(6, heading, content);
        node.getStyleClass().add("figure");
        node.pseudoClassStateChanged(EMPTY, isEmpty());
        // Beside a taller one it would be made as tall.
        node.setMaxHeight(Region.USE_PREF_SIZE);
        return node;
    }

    boolean isEmpty() {
        return rows.stream().allMatch(row -> row.counts().stream().allMatch(count -> count == 0));
    }

    private Node empty() {
        var label = new WrappedLabel("figure-empty");
        label.show(nothing);
        return label;
    }

    private Node chart() {
        var category = new CategoryAxis();
        category.setAnimated(false);
        var value = new NumberAxis();
        value.setAnimated(false);
        value.setMinorTickVisible(false);
        int most = rows.stream().flatMap(row -> row.counts().stream()).mapToInt(count -> count).max().orElse(0);
        if (most <= FEW) {
            value.setAutoRanging(false);
            value.setUpperBound(Math.max(1, most));
            value.setTickUnit(most > 5 ? 2 : 1);
        }
        var chart = new BarChart<>(category, value);
        chart.setAnimated(false);
        chart.setLegendVisible(series.size() > 1);
        chart.widthProperty().addListener((_, _, width) -> chart.setCategoryGap(Math.max(2, width.doubleValue() / rows.size() - WIDEST_BAR * series.size())));
        chart.setBarGap(1);
        for (int i = 0; i < series.size(); i++) {
            var bars = new XYChart.Series<String, Number>();
            bars.setName(series.get(i));
            for (Row row : rows) {
                bars.getData().add(new XYChart.Data<>(row.name(), row.counts().get(i)));
            }
            chart.getData().add(bars);
        }
        chart.getData().forEach(bars -> bars.getData().forEach(bar ->
                Tooltip.install(bar.getNode(), new Tooltip(bar.getXValue() + ": " + bar.getYValue() + " " + bars.getName()))));
        chart.setAccessibleText(spoken());
        chart.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        chart.setFocusTraversable(true);
        return chart;
    }

    /** What the chart shows, for who does not see it. */
    private String spoken() {
        return title + ". " + rows.stream().map(row -> row.name() + ": " + IntStream.range(0, series.size())
                .mapToObj(i -> series.get(i) + " " + row.counts().get(i)).collect(Collectors.joining(", "))).collect(Collectors.joining("; "));
    }

    private Node table() {
        var table = new TableView<Row>();
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setFixedCellSize(ROW);
        var first = new TableColumn<Row, String>(names);
        first.setCellValueFactory(cell -> new ReadOnlyStringWrapper(cell.getValue().name()));
        table.getColumns().add(first);
        for (int i = 0; i < series.size(); i++) {
            int at = i;
            var column = new TableColumn<Row, String>(series.get(i));
            column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(Integer.toString(cell.getValue().counts().get(at))));
            table.getColumns().add(column);
        }
        table.getItems().setAll(rows);
        table.setAccessibleText(title);
        return table;
    }
}
