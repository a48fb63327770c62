package acquaint.ui;

import acquaint.reply.DraftReply.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.TextFlow;

/** A paragraph of a draft: sentences in a row, the current one on a ground of its own, and a wave under each with nothing behind it. */
final class SentenceFlow extends Region {

    private static final double WAVE = 3;
    private static final double RISE = 1.4;

    /** Where a sentence stands in the flow, in characters; a mark counts as one. */
    private record Place(SentenceNodes nodes, int from, int to) {}

    private final TextFlow flow = new TextFlow();
    private final Path ground = new Path();
    private final Group waves = new Group();
    private final List<Place> places = new ArrayList<>();
    private Sentence current;

    SentenceFlow(List<SentenceNodes> sentences) {
        flow.getStyleClass().add("draft-paragraph");
        ground.getStyleClass().add("sentence-ground");
        ground.setManaged(false);
        waves.setManaged(false);
        waves.setMouseTransparent(true);
        ground.setMouseTransparent(true);
        int at = 0;
        for (SentenceNodes each : sentences) {
            flow.getChildren().addAll(each.nodes());
            places.add(new Place(each, at, at + each.words().getText().length()));
            at += each.length();
        }
        getChildren().setAll(ground, flow, waves);
    }

    /** Puts the ground under this sentence, if it is one of these; none for null. */
    void setCurrent(Sentence sentence) {
        current = sentence;
        requestLayout();
    }

    /** Where the sentence is on screen, for what is shown beside it. */
    Optional<Node> find(Sentence sentence) {
        return places.stream().map(Place::nodes).filter(nodes -> nodes.sentence() == sentence).findFirst().map(SentenceNodes::words);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return snapSizeY(flow.prefHeight(width));
    }

    @Override
    protected double computePrefWidth(double height) {
        return flow.prefWidth(height);
    }

    @Override
    protected void layoutChildren() {
        flow.resizeRelocate(0, 0, getWidth(), getHeight());
        flow.layout();
        ground.getElements().clear();
        waves.getChildren().clear();
        for (Place place : places) {
            if (place.nodes().sentence() == current) {
                ground.getElements().setAll(flow.getRangeShape(place.from(), place.to(), false));
            }
            if (DraftVersion.isUnsupported(place.nodes().sentence())) {
                lines(flow.getRangeShape(place.from(), place.to(), false)).forEach(line -> waves.getChildren().add(wave(line)));
            }
        }
    }

    /** A range is drawn as one closed outline a line. */
    private static List<Bounds> lines(PathElement[] shape) {
        var lines = new ArrayList<Bounds>();
        Path line = null;
        for (PathElement element : shape) {
            if (element instanceof MoveTo) {
                if (line != null) {
                    lines.add(line.getLayoutBounds());
                }
                line = new Path();
                line.setStrokeWidth(0);
            }
            if (line != null) {
                line.getElements().add(copy(element));
            }
        }
        if (line != null) {
            lines.add(line.getLayoutBounds());
        }
        return lines;
    }

    private static PathElement copy(PathElement element) {
        return switch (element) {
            case MoveTo to -> new MoveTo(to.getX(), to.getY());
            case LineTo to -> new LineTo(to.getX(), to.getY());
            default -> element;
        };
    }

    private static Path wave(Bounds line) {
        var path = new Path(new MoveTo(line.getMinX(), line.getMaxY()));
        path.getStyleClass().add("unsupported-wave");
        double y = line.getMaxY();
        boolean up = true;
        for (double x = line.getMinX(); x + WAVE <= line.getMaxX(); x += WAVE) {
            double peak = up ? y - RISE : y + RISE;
            path.getElements().add(new CubicCurveTo(x + WAVE / 3, peak, x + 2 * WAVE / 3, peak, x + WAVE, y));
            up = !up;
        }
        return path;
    }
}
