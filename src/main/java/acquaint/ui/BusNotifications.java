package acquaint.ui;

import java.io.IOException;
import java.lang.System.Logger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** By the notification service of Linux desktops, on the session bus (Desktop Notifications Specification 1.2). */
final class BusNotifications implements SystemNotifications, AutoCloseable {

    /** The part of the service that is used here. */
    @DBusInterfaceName("org.freedesktop.Notifications")
    public interface Service extends DBusInterface {
        // The name is the service's own.
        UInt32 Notify(String application, UInt32 replaces, String icon, String summary, String body, List<String> actions, Map<String, Variant<?>> hints, int milliseconds);

        /** Somebody clicked a notification. */
        class ActionInvoked extends DBusSignal {
            private final UInt32 notification;

            public ActionInvoked(String path, UInt32 notification, String action) throws DBusException {
                super(path, notification, action);
                this.notification = notification;
            }
        }

        /** A notification is gone, for whatever reason. */
        class NotificationClosed extends DBusSignal {
            private final UInt32 notification;

            public NotificationClosed(String path, UInt32 notification, UInt32 reason) throws DBusException {
                super(path, notification, reason);
                this.notification = notification;
            }
        }
    }

    private static final Logger LOG = System.getLogger(BusNotifications.class.getName());
    private static final String NAME = "org.freedesktop.Notifications";
    private static final String PATH = "/org/freedesktop/Notifications";
    private static final int AS_THE_SYSTEM_LIKES = -1;
    /** A click on the notification itself; the service shows no name of it. */
    private static final List<String> CLICK = List.of("default", "");

    /** The session bus; null where there is none. */
    private final String bus;
    private final Map<UInt32, Runnable> clicks = new ConcurrentHashMap<>();
    /** Kept while the window is open: clicks come over it. */
    private DBusConnection connection;
    private volatile boolean closed;

    BusNotifications() {
        this(System.getenv("DBUS_SESSION_BUS_ADDRESS"));
    }

    BusNotifications(String bus) {
        this.bus = bus;
    }

    @Override
    public synchronized boolean show(String title, String words, Runnable clicked) {
        if (closed || bus == null || bus.isBlank()) {
            return false;
        }
        try {
            UInt32 shown = connected().getRemoteObject(NAME, PATH, Service.class)
                    .Notify("Acquaint", new UInt32(0), "acquaint", title, escaped(words), CLICK, Map.of("desktop-entry", new Variant<>("acquaint")), AS_THE_SYSTEM_LIKES);
            clicks.put(shown, clicked);
            return true;
        } catch (DBusException | RuntimeException e) {
            // Also of an address that the library cannot read, such as "disabled:".
            LOG.log(Logger.Level.DEBUG, "no notification service", e);
            leave();
            return false;
        }
    }

    private DBusConnection connected() throws DBusException {
        if (connection == null || !connection.isConnected()) {
            connection = DBusConnectionBuilder.forAddress(bus).withShared(false).build();
            connection.addSigHandler(Service.ActionInvoked.class, signal -> clicks.getOrDefault(signal.notification, () -> {}).run());
            connection.addSigHandler(Service.NotificationClosed.class, signal -> clicks.remove(signal.notification));
        }
        return connection;
    }

    /** Returns at once, also while a notification is on its way to a service that does not answer. */
    @Override
    public void close() {
        closed = true;
        Thread.ofVirtual().name("work-leaving-bus").start(this::leave);
    }

    private synchronized void leave() {
        if (connection != null) {
            try {
                connection.close();
            } catch (IOException e) {
                LOG.log(Logger.Level.DEBUG, "the session bus was not left in order", e);
            }
            connection = null;
        }
        clicks.clear();
    }

    /** The service may read the body as markup. */
    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
