package acquaint.ui;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;

/** A scroll pane that is as high as what it holds, up to its {@code maxHeight}, and scrolls only beyond. For FXML. */
public final class FittingScroll extends ScrollPane {

    public FittingScroll() {
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double inside = width < 0 ? width : width - snappedLeftInset() - snappedRightInset();
        return getContent() == null ? 0
                : snapSizeY(getContent().prefHeight(inside)) + snappedTopInset() + snappedBottomInset() + 1;
    }

    @Override
    protected double computeMinHeight(double width) {
        return Math.min(getMaxHeight(), computePrefHeight(width));
    }
}
