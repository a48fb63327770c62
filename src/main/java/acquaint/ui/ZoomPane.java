package acquaint.ui;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.stage.Screen;

/**
 * Shows its content larger or smaller than it is: the content is laid out in a pane of 1/factor of this size. Where that would be less
 * than the content can do with, it is shown smaller than was chosen rather than cut off.
 */
final class ZoomPane extends Region {

    /** What a window's frame and the system's bars take of a screen at most. */
    private static final double FRAME = 60;

    /** How high something may be. */
    private record Range(double least, double most) {

        static Range of(Parent content) {
            return content instanceof DialogPane dialog ? new Range(dialog.getMinHeight(), dialog.getMaxHeight()) : new Range(USE_COMPUTED_SIZE, USE_COMPUTED_SIZE);
        }

        /** A dialog takes its window's height, which is in the screen's pixels, for its own: only this keeps it from that. */
        void limit(Parent content) {
            if (content instanceof DialogPane dialog) {
                dialog.setMinHeight(least);
                dialog.setMaxHeight(most);
            }
        }
    }

    private final Parent content;
    private final Scale scale = new Scale();
    private final Range own;
    private final DoubleProperty factor = new SimpleDoubleProperty(this, "factor", 1) {
        @Override
        protected void invalidated() {
            requestLayout();
        }
    };

    ZoomPane(Parent content, ReadOnlyDoubleProperty chosen) {
        this.content = content;
        own = Range.of(content);
        factor.bind(chosen);
        content.getTransforms().add(scale);
        getChildren().add(content);
    }

    /** Gives the content back as it was. */
    Parent release() {
        getChildren().clear();
        content.getTransforms().remove(scale);
        factor.unbind();
        own.limit(content);
        return content;
    }

    @Override
    protected void layoutChildren() {
        own.limit(content);
        double fitting = Math.min(factor.get(), Math.min(getWidth() / content.minWidth(-1), getHeight() / content.minHeight(-1)));
        if (fitting != scale.getX()) {
            scale.setX(fitting);
            scale.setY(fitting);
        }
        double height = getHeight() / fitting;
        content.resizeRelocate(0, 0, getWidth() / fitting, height);
        new Range(height, height).limit(content);
    }

    @Override
    public Orientation getContentBias() {
        return content.getContentBias();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.min(content.prefWidth(unscaled(height)) * factor.get(), screen().getWidth() - FRAME);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.min(content.prefHeight(unscaled(width)) * factor.get(), screen().getHeight() - FRAME);
    }

    private double unscaled(double length) {
        return length < 0 ? length : length / factor.get();
    }

    private static Rectangle2D screen() {
        return Screen.getPrimary().getVisualBounds();
    }
}
