package acquaint.ui;

import java.io.IOException;
import java.lang.System.Logger;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** By the notification service of Linux desktops, on the session bus (Desktop Notifications Specification 1.2). */
final class BusNotifications implements SystemNotifications {

    /** The part of the service that is used here. */
    @DBusInterfaceName("org.freedesktop.Notifications")
    public interface Service extends DBusInterface {
        // The name is the service's own.
        UInt32 Notify(String application, UInt32 replaces, String icon, String summary, String body, List<String> actions, Map<String, Variant<?>> hints, int milliseconds);
    }

    private static final Logger LOG = System.getLogger(BusNotifications.class.getName());
    private static final String NAME = "org.freedesktop.Notifications";
    private static final String PATH = "/org/freedesktop/Notifications";
    private static final int AS_THE_SYSTEM_LIKES = -1;

    /** The session bus; null where there is none. */
    private final String bus;

    BusNotifications() {
        this(System.getenv("DBUS_SESSION_BUS_ADDRESS"));
    }

    BusNotifications(String bus) {
        this.bus = bus;
    }

    @Override
    public boolean show(String title, String words) {
        if (bus == null || bus.isBlank()) {
            return false;
        }
        try (DBusConnection connection = DBusConnectionBuilder.forAddress(bus).withShared(false).build()) {
            connection.getRemoteObject(NAME, PATH, Service.class)
                    .Notify("Acquaint", new UInt32(0), "acquaint", title, escaped(words), List.of(), Map.of("desktop-entry", new Variant<>("acquaint")), AS_THE_SYSTEM_LIKES);
            return true;
        } catch (DBusException | IOException | RuntimeException e) {
            // Also of an address that the library cannot read, such as "disabled:".
            LOG.log(Logger.Level.DEBUG, "no notification service", e);
            return false;
        }
    }

    /** The service may read the body as markup. */
    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
