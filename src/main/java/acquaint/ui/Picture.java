package acquaint.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;

/** A picture of a window as it is drawn, at any size and on any platform. */
public final class Picture {

    private final WritableImage image;

    private Picture(WritableImage image) {
        this.image = image;
    }

    /** Draws {@code scene} as it is now. JavaFX thread. */
    public static Picture of(Scene scene) {
        return new Picture(scene.snapshot(null));
    }

    /** Draws one part of a window. JavaFX thread. */
    public static Picture of(Node part) {
        return new Picture(part.snapshot(null, null));
    }

    /** Lays another part over it, for popups, which are windows of their own; in pixels from the upper left. JavaFX thread. */
    public Picture with(Node part, int x, int y) {
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        WritableImage above = part.snapshot(parameters, null);
        for (int row = Math.max(0, -y); row < above.getHeight() && row + y < image.getHeight(); row++) {
            for (int column = Math.max(0, -x); column < above.getWidth() && column + x < image.getWidth(); column++) {
                Color over = above.getPixelReader().getColor(column, row);
                Color under = image.getPixelReader().getColor(column + x, row + y);
                Color opaque = Color.color(over.getRed(), over.getGreen(), over.getBlue());
                image.getPixelWriter().setColor(column + x, row + y, under.interpolate(opaque, over.getOpacity()));
            }
        }
        return this;
    }

    /** Writes a PNG file. Any thread. */
    public void save(Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var buffered = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        buffered.setRGB(0, 0, width, height, pixels, 0, width);
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(buffered, "png", file.toFile());
    }
}
