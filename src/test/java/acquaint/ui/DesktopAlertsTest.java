package acquaint.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acquaint.casework.Alert;
import acquaint.model.TicketId;
import acquaint.settings.Notifications;
import java.awt.image.BufferedImage;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DesktopAlertsTest {

    private static Alert alert(Alert.Occasion occasion) {
        return new Alert(occasion, new TicketId("T-1"), "Ana Ruiz", "The kettle leaks", Optional.empty());
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatIsChosenIsTold(Alert.Occasion occasion) {
        Notifications without = Notifications.USUAL.with(occasion.kind(), false);
        assertEquals(true, DesktopAlerts.isWanted(Notifications.USUAL, alert(occasion), LocalTime.NOON));
        assertEquals(false, DesktopAlerts.isWanted(without, alert(occasion), LocalTime.NOON));
    }

    @Test
    void nothingIsToldInQuietHours() {
        Notifications quiet = Notifications.USUAL.withQuiet(Optional.of(new Notifications.QuietHours(LocalTime.of(18, 0), LocalTime.of(8, 0))));
        assertEquals(false, DesktopAlerts.isWanted(quiet, alert(Alert.Occasion.MESSAGE), LocalTime.of(23, 0)));
        assertEquals(true, DesktopAlerts.isWanted(quiet, alert(Alert.Occasion.MESSAGE), LocalTime.of(9, 0)));
    }

    @Test
    void theTraysPictureCarriesTheNumberInARedDisc() {
        var plain = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);
        BufferedImage numbered = TrayEntry.numbered(plain, "7");
        assertEquals(0, numbered.getRGB(4, 4), "the rest of the picture is as it was");
        assertEquals(0xffcf222e, numbered.getRGB(44, 30), "the disc");
    }
}
