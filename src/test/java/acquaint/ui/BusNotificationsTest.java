package acquaint.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class BusNotificationsTest {

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"disabled:", "garbage", "unix:path=/nonexistent/bus"})
    void whereThereIsNoBusThatCanBeReachedNothingIsShownAndNothingFails(String bus) {
        assertEquals(false, new BusNotifications(bus).show("Ana Ruiz", "New message"));
    }
}
