package acquaint.ui;

import acquaint.casework.DraftReport;
import acquaint.casework.HandoffReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The numbers and charts of a report. JavaFX thread only. */
final class FigureNodes {

    private static final int CUSTOMERS = 8;

    private final Texts texts;
    private final TimeWords times;

    FigureNodes(Texts texts, TimeWords times) {
        this.texts = texts;
        this.times = times;
    }

    /** Single numbers, each with what it is. */
    List<Node> numbers(HandoffReport report) {
        return List.of(
                number("figures.breaches", Integer.toString(report.breachesNextHour()), report.breachesNextHour() > 0 ? "soon" : ""),
                number("figures.overdue", Integer.toString(report.overdue()), report.overdue() > 0 ? "late" : ""),
                number("figures.handed-over", Integer.toString(report.handedOver()), ""),
                number("figures.return-rate", percent(report.returnRate()), ""),
                number("figures.first-touch.median", span(report.firstTouchMedian()), ""),
                number("figures.first-touch.ninety", span(report.firstTouchNinety()), ""),
                number("figures.repeat-rate", percent(report.repeatRate()), ""));
    }

    private Node number(String key, String value, String tone) {
        var number = new Label(value);
        number.getStyleClass().add("figure-number");
        if (!tone.isEmpty()) {
            number.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass(tone), true);
        }
        var what = new WrappedLabel("figure-what");
        what.show(texts.get(key));
        var node = new VBox(2, number, what);
        node.getStyleClass().add("figure-tile");
        node.setAccessibleText(what.getText() + ": " + value);
        node.setAccessibleRole(AccessibleRole.TEXT);
        node.setFocusTraversable(true);
        return node;
    }

    private String percent(Optional<Double> share) {
        return share.map(part -> texts.get("draft-report.percent", Math.round(part * 100))).orElse("–");
    }

    private String span(Optional<Duration> time) {
        return time.map(times::span).orElse("–");
    }

    /** As charts, or all of them as tables; those with nothing to show come last. */
    List<Region> charts(HandoffReport report, boolean asTables) {
        return Stream.of(waiting(report), days(report), loads(report), repeats(report), drafts(report.drafts())).sorted(Comparator.comparing(Figure::isEmpty))
                .map(figure -> figure.node(asTables)).toList();
    }

    private Figure waiting(HandoffReport report) {
        var figure = new Figure(texts.get("figures.waiting"), texts.get("figures.waiting.band"), texts.get("figures.none"), List.of(texts.get("figures.waiting.count")));
        report.waiting().forEach((band, count) -> figure.add(texts.of(band), count));
        return figure;
    }

    private Figure days(HandoffReport report) {
        var figure = new Figure(texts.get("figures.per-day"), texts.get("figures.day"), texts.get("figures.none"),
                List.of(texts.get("figures.handed-over"), texts.get("figures.decided")));
        report.days().forEach(day -> figure.add(times.dayAndMonth(day.from()), day.handedOver(), day.decided()));
        return figure;
    }

    private Figure loads(HandoffReport report) {
        var figure = new Figure(texts.get("figures.load"), texts.get("figures.reviewer"), texts.get("figures.none"),
                List.of(texts.get("figures.load.open"), texts.get("figures.decided"), texts.get("figures.returned")));
        report.loads().forEach(load -> figure.add(load.reviewer(), load.open(), load.decided(), load.returned()));
        return figure;
    }

    private Figure repeats(HandoffReport report) {
        var figure = new Figure(texts.get("figures.repeats"), texts.get("figures.customer"), texts.get("figures.repeats.none"), List.of(texts.get("figures.times")));
        report.repeats().stream().limit(CUSTOMERS).forEach(repeat -> figure.add(repeat.name(), repeat.times()));
        return figure;
    }

    private Figure drafts(DraftReport.Line drafts) {
        var figure = new Figure(texts.get("figures.drafts"), texts.get("figures.drafts.fate"), texts.get("figures.drafts.none"), List.of(texts.get("figures.drafts.count")));
        if (drafts.shown() > 0) {
            var counts = new ArrayList<>(List.of(drafts.unchanged(), drafts.lightEdit(), drafts.heavyEdit(), drafts.discarded()));
            var names = List.of(texts.get("draft-report.unchanged"), texts.get("draft-report.light"), texts.get("draft-report.heavy"), texts.get("draft-report.discarded"));
            for (int i = 0; i < counts.size(); i++) {
                figure.add(names.get(i), counts.get(i));
            }
        }
        return figure;
    }
}
