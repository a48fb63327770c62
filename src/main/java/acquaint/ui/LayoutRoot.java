package acquaint.ui;

import javafx.scene.layout.Region;

/**
 * Lays its content out by itself: where a text in it changes, nothing around it is laid out again. In a cell of a list this matters, as a list has every cell that wants a layout styled anew, with all
 * that is in it. JavaFX thread only.
 */
final class LayoutRoot extends Region {

    private final Region content;

    LayoutRoot(Region content) {
        this.content = content;
        // What its parent does not manage begins a layout of its own.
        content.setManaged(false);
        getChildren().add(content);
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
