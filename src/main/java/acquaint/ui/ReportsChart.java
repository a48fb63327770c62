package acquaint.ui;

import acquaint.pattern.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.layout.StackPane;

/** Reports of an alarm, hour by hour, beside as many as there are usually. For FXML; JavaFX thread only. */
public final class ReportsChart extends StackPane {

    /** How many hours before the alarm are shown, so that it is seen rising. */
    private static final int BEFORE = 3;
    private static final int MOST = 24;
    private static final double HEIGHT = 170;

    private Texts texts;
    private TimeWords times;

    void begin(Texts language, TimeWords clock) {
        texts = language;
        times = clock;
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        getStyleClass().add("reports-chart");
    }

    /** {@code reports} are the times of the alarm's reports. */
    void show(List<Instant> reports, Alarm alarm) {
        Instant last = times.now().truncatedTo(ChronoUnit.HOURS);
        Instant wanted = alarm.since().truncatedTo(ChronoUnit.HOURS).minus(BEFORE, ChronoUnit.HOURS);
        Instant first = wanted.isBefore(last.minus(MOST, ChronoUnit.HOURS)) ? last.minus(MOST, ChronoUnit.HOURS) : wanted;
        double hours = Math.max(1, Duration.between(alarm.since(), times.now()).toMinutes() / 60.0);
        var seen = new XYChart.Series<String, Number>();
        seen.setName(texts.get("radar.chart.reports"));
        var usual = new XYChart.Series<String, Number>();
        usual.setName(texts.get("radar.chart.usual"));
        for (Instant hour = first; !hour.isAfter(last); hour = hour.plus(1, ChronoUnit.HOURS)) {
            Instant begin = hour;
            String name = times.time(begin);
            seen.getData().add(new XYChart.Data<>(name, reports.stream().filter(at -> at.truncatedTo(ChronoUnit.HOURS).equals(begin)).count()));
            usual.getData().add(new XYChart.Data<>(name, alarm.expected() / hours));
        }
        var up = new NumberAxis();
        long most = seen.getData().stream().mapToLong(bar -> bar.getYValue().longValue()).max().orElse(1);
        up.setMinorTickVisible(false);
        up.setAutoRanging(false);
        up.setTickUnit(Math.max(1, Math.ceilDiv(most, 4)));
        up.setUpperBound(up.getTickUnit() * Math.ceilDiv(most + 1, (long) up.getTickUnit()));
        var chart = new BarChart<>(new CategoryAxis(), up, javafx.collections.FXCollections.observableArrayList(List.of(seen, usual)));
        chart.setAnimated(false);
        chart.setBarGap(1);
        chart.setCategoryGap(8);
        chart.setLegendSide(javafx.geometry.Side.RIGHT);
        chart.setAccessibleText(texts.get("radar.chart.spoken", alarm.reports(), Math.round(alarm.expected() * 10) / 10.0));
        getChildren().setAll(chart);
    }
}
