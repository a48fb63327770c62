package acquaint.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.bin.EmbeddedDBusDaemon;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class BusNotificationsTest {

    private static final String PATH = "/org/freedesktop/Notifications";
    private static final long PATIENCE_SECONDS = 20;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"disabled:", "garbage", "unix:path=/nonexistent/bus"})
    void whereThereIsNoBusThatCanBeReachedNothingIsShownAndNothingFails(String bus) {
        assertEquals(false, new BusNotifications(bus).show("Ana Ruiz", "New message", () -> {}));
    }

    /** Numbers what is shown, as the desktop's service does. */
    private static final class Desktop implements BusNotifications.Service {
        private int shown;

        @Override
        public UInt32 Notify(String application, UInt32 replaces, String icon, String summary, String body, List<String> actions, Map<String, Variant<?>> hints, int milliseconds) {
            assertEquals(List.of("default", ""), actions);
            return new UInt32(++shown);
        }

        @Override
        public String getObjectPath() {
            return PATH;
        }
    }

    /** A bus that listens: where the daemon's two threads start in the wrong order it never does, and another is started. */
    private EmbeddedDBusDaemon daemon() throws Exception {
        while (true) {
            var daemon = new EmbeddedDBusDaemon(bus() + ",listen=true");
            daemon.startInBackgroundAndWait(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            for (int looks = 0; looks < 100; looks++) {
                if (Files.exists(directory.resolve("bus"))) {
                    return daemon;
                }
                Thread.sleep(20);
            }
            daemon.close();
        }
    }

    private String bus() {
        return "unix:path=" + directory.resolve("bus");
    }

    private DBusConnection join() throws DBusException {
        return DBusConnectionBuilder.forAddress(bus()).withShared(false).build();
    }

    /** Does not answer until it may. */
    private static final class BusyDesktop implements BusNotifications.Service {
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch answering = new CountDownLatch(1);

        @Override
        public UInt32 Notify(String application, UInt32 replaces, String icon, String summary, String body, List<String> actions, Map<String, Variant<?>> hints, int milliseconds) {
            asked.countDown();
            try {
                answering.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new UInt32(1);
        }

        @Override
        public String getObjectPath() {
            return PATH;
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void closingDoesNotWaitForAServiceThatDoesNotAnswer() throws Exception {
        try (var _ = daemon()) {
            try (DBusConnection desktop = join()) {
                desktop.requestBusName("org.freedesktop.Notifications");
                var busy = new BusyDesktop();
                desktop.exportObject(PATH, busy);
                var notifications = new BusNotifications(bus());
                CompletableFuture<Boolean> showing = CompletableFuture.supplyAsync(() -> notifications.show("Ana Ruiz", "New message", () -> {}));
                assertTrue(busy.asked.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
                notifications.close();
                assertFalse(showing.isDone(), "the service has not answered yet");
                busy.answering.countDown();
                showing.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertFalse(notifications.show("Ben Cole", "New message", () -> {}), "nothing is shown any more");
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aClickIsToldToWhatWasClicked() throws Exception {
        try (var _ = daemon()) {
            try (DBusConnection desktop = join(); var notifications = new BusNotifications(bus())) {
                desktop.requestBusName("org.freedesktop.Notifications");
                desktop.exportObject(PATH, new Desktop());
                var first = new CompletableFuture<Void>();
                var second = new CompletableFuture<Void>();
                assertTrue(notifications.show("Ana Ruiz", "New message", () -> first.complete(null)));
                assertTrue(notifications.show("Ben Cole", "New message", () -> second.complete(null)));
                desktop.sendMessage(new BusNotifications.Service.ActionInvoked(PATH, new UInt32(2), "default"));
                second.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertFalse(first.isDone());
            }
        }
    }
}
