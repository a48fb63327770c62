package acquaint.ui;

import java.awt.AWTException;
import java.awt.Color;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.RenderingHints;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * The program's entry in the system's tray, with how many of my tickets have something unread, where the system has a tray: Windows, macOS and
 * Linux desktops with one of the older kind. It belongs to AWT, whose thread it uses; any other thread may call it, but not the JavaFX thread.
 */
final class TrayEntry implements SystemNotifications, AutoCloseable {

    private static final Logger LOG = System.getLogger(TrayEntry.class.getName());
    private static final String PICTURE = "/icon/acquaint-64.png";
    private static final int MOST = 99;
    /** About as long as systems show a notification. */
    private static final Duration SHOWN = Duration.ofSeconds(10);

    private final Texts texts;
    private final Runnable open;
    private final Runnable quit;
    private Runnable clicked;
    private long shownAt;
    private TrayIcon icon;
    private BufferedImage picture;

    /** {@code open} brings the window to the front, {@code quit} closes it; both run on AWT's thread. */
    TrayEntry(Texts texts, Runnable open, Runnable quit) {
        this.texts = texts;
        this.open = open;
        this.clicked = open;
        this.quit = quit;
    }

    /** Puts it there; whether that could be. */
    synchronized boolean appear() {
        try {
            if (GraphicsEnvironment.isHeadless() || !SystemTray.isSupported()) {
                return false;
            }
            picture = ImageIO.read(TrayEntry.class.getResource(PICTURE));
            var entry = new TrayIcon(picture, texts.get("main.title"), menu());
            entry.setImageAutoSize(true);
            entry.addActionListener(_ -> click());
            SystemTray.getSystemTray().add(entry);
            icon = entry;
            return true;
        } catch (AWTException | IOException | UnsupportedOperationException e) {
            LOG.log(Logger.Level.DEBUG, "no tray", e);
            return false;
        }
    }

    private PopupMenu menu() {
        var menu = new PopupMenu();
        var show = new MenuItem(texts.get("tray.open"));
        show.addActionListener(_ -> open.run());
        var end = new MenuItem(texts.get("menu.quit"));
        end.addActionListener(_ -> quit.run());
        menu.add(show);
        menu.add(end);
        return menu;
    }

    /** The system does not say whether it was the entry or what it showed last, which may be long gone. */
    private synchronized void click() {
        boolean shown = System.nanoTime() - shownAt < SHOWN.toNanos();
        (shown ? clicked : open).run();
        clicked = open;
    }

    /** Shows how many wait; a plain picture for none. */
    synchronized void count(int unread) {
        if (icon == null) {
            return;
        }
        BufferedImage shown = unread == 0 ? picture : numbered(picture, unread > MOST ? MOST + "+" : Integer.toString(unread));
        String words = texts.get("tray.unread", unread);
        TrayIcon entry = icon;
        EventQueue.invokeLater(() -> {
            entry.setImage(shown);
            entry.setToolTip(words);
        });
    }

    @Override
    public synchronized boolean show(String title, String words, Runnable onClick) {
        // On Linux the tray draws a window of its own in a look of long ago; the session bus was asked before.
        if (icon == null || System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            return false;
        }
        clicked = onClick;
        shownAt = System.nanoTime();
        icon.displayMessage(title, words, TrayIcon.MessageType.NONE);
        return true;
    }

    @Override
    public synchronized void close() {
        if (icon != null) {
            SystemTray.getSystemTray().remove(icon);
            icon = null;
        }
    }

    /** The picture with a number in a red disc at its lower right. */
    static BufferedImage numbered(BufferedImage picture, String number) {
        int size = picture.getWidth();
        var drawn = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.drawImage(picture, 0, 0, null);
        int disc = size * 5 / 8;
        graphics.setColor(new Color(0xcf222e));
        graphics.fillOval(size - disc, size - disc, disc, disc);
        graphics.setColor(Color.WHITE);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, number.length() > 2 ? disc * 2 / 5 : disc * 3 / 5));
        var metrics = graphics.getFontMetrics();
        graphics.drawString(number, size - disc / 2 - metrics.stringWidth(number) / 2, size - disc / 2 + (metrics.getAscent() - metrics.getDescent()) / 2);
        graphics.dispose();
        return drawn;
    }
}
