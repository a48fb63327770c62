package acquaint.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.bench.RadarBench;
import acquaint.model.CustomerId;
import acquaint.model.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RadarTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");

    private final Radar radar = new Radar();
    private int minutes;

    /** A part of what bench-radar measures in full, with incidents that nothing was tuned by. */
    @Test
    void incidentsOfAStreamAreSeenSoonAndFewAlarmsAreWrong() {
        RadarBench.Result result = RadarBench.small();
        List<Integer> reports = result.seen().stream().flatMap(seen -> seen.report().stream()).sorted().toList();
        System.out.printf("%d incidents, seen at reports %s; %.2f false alarms a day%n", result.seen().size(), reports, result.wrongADay());
        assertEquals(result.seen().size(), reports.size(), "all are seen");
        assertTrue(reports.get(reports.size() / 2) <= 6, "half of them by the sixth report: " + reports);
        assertTrue(result.wrongADay() < 1, "false alarms a day: " + result.wrongADay());
    }

    @Test
    void severalCustomersWithTheSameNewTroubleRaiseAnAlarmThatGrows() {
        ordinary(2_000);
        for (int i = 0; i < 4; i++) {
            report("c" + i, "Checkout shows error 402 and declines my card, try " + i);
        }
        assertEquals(1, alarms().size());
        String id = alarms().getFirst().id();
        report("c9", "Error 402 at checkout, card declined");
        Alarm alarm = alarms().getFirst();
        assertEquals(id, alarm.id());
        assertEquals(5, alarm.reports());
        assertEquals(MONDAY.plus(Duration.ofMinutes(20_000)), alarm.since());
        assertTrue(alarm.topic().contains("402"), alarm.topic().toString());
        assertTrue(alarm.expected() < 0.5, "expected: " + alarm.expected());
    }

    @Test
    void oneCustomerWhoWritesAgainAndAgainRaisesNone() {
        ordinary(2_000);
        for (int i = 0; i < 12; i++) {
            report("c1", "Checkout shows error 402 and declines my card");
        }
        assertEquals(List.of(), alarms());
    }

    @Test
    void whatCustomersWriteEveryDayRaisesNone() {
        ordinary(2_000);
        for (int i = 0; i < 6; i++) {
            report("c" + i, "Where is my parcel? The tracking shows nothing new.");
        }
        assertEquals(List.of(), alarms());
    }

    @Test
    void aNewDeskWithNothingToCompareWithIsSilent() {
        ordinary(20);
        for (int i = 0; i < 4; i++) {
            report("c" + i, "Checkout shows error 402 and declines my card");
        }
        assertEquals(List.of(), alarms());
    }

    @Test
    void aGroupThatGetsNoReportIsOver() {
        ordinary(2_000);
        for (int i = 0; i < 5; i++) {
            report("c" + i, "Checkout shows error 402 and declines my card");
        }
        assertFalse(alarms().isEmpty());
        minutes += 13 * 60;
        report("c20", "Where is my parcel?");
        assertEquals(List.of(), alarms());
    }

    @Test
    void wordsOfAnyScriptMakeAGroup() {
        ordinary(2_000);
        for (int i = 0; i < 4; i++) {
            report("c" + i, "注文の確認メールが届きません。" + i);
        }
        assertEquals(1, alarms().size());
    }

    private List<Alarm> alarms() {
        return radar.alarms(MONDAY.plus(Duration.ofMinutes(minutes)));
    }

    /** One each ten minutes, of three kinds. */
    private void ordinary(int reports) {
        List<String> said = List.of("Where is my parcel? The tracking shows nothing new.", "I want to return the kettle, please send a label.", "How do I change my password?");
        for (int i = 0; i < reports; i++) {
            report("o" + i, said.get(i % said.size()));
            minutes += 9;
        }
    }

    private void report(String customer, String text) {
        radar.take(new Report(new TicketId("T-" + minutes), new CustomerId(customer), MONDAY.plus(Duration.ofMinutes(minutes++)), text));
    }
}
