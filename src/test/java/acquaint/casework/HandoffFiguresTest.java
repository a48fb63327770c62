package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.SignedIn;
import acquaint.bench.HandoffGenerator;
import acquaint.casework.HandoffFigures.Period;
import acquaint.casework.HandoffReport.AgeBand;
import acquaint.model.Handoff;
import acquaint.model.HandoffState;
import acquaint.model.HandoffStep;
import acquaint.model.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How handoffs go, counted. */
class HandoffFiguresTest {

    private static final Period DAY = new Period(WorkingDesk.START, WorkingDesk.START.plus(Duration.ofDays(1)));

    @TempDir
    private Path directory;
    private WorkingDesk work;
    private Handoffs kim;
    private int number;

    @BeforeEach
    void open() {
        work = new WorkingDesk(directory);
        kim = work.handoffs(SignedIn.as("Kim", Role.SUPERVISOR));
    }

    @AfterEach
    void close() {
        work.close();
    }

    private HandoffFigures figures(ZoneId zone) {
        Permissions permissions = SignedIn.as("Kim", Role.SUPERVISOR);
        return new HandoffFigures(work.desk, work.clock, zone, permissions, new DraftMeasures(work.desk, work.clock, null, permissions));
    }

    private Handoff escalate() {
        return work.handoffs.escalate(work.escalation("h" + number, work.anasTicket("ticket " + number++, "Hello?"))).handoff();
    }

    private void forward(int minutes) {
        work.clock.forward(Duration.ofMinutes(minutes));
    }

    @Test
    void nothingGivesNothing() {
        HandoffReport report = figures(ZoneOffset.UTC).of(DAY);
        assertEquals(0, report.handedOver());
        assertEquals(Optional.empty(), report.returnRate());
        assertEquals(Optional.empty(), report.firstTouchMedian());
        assertEquals(Set.of(AgeBand.values()), report.waiting().keySet());
        assertThrows(IllegalArgumentException.class, () -> new Period(WorkingDesk.START, WorkingDesk.START));
    }

    @Test
    void theyAreCountedOverAPeriod() {
        Handoff returned = escalate();
        forward(10);
        kim.giveBack(returned, "What?");
        Handoff decided = escalate();
        forward(30);
        kim.decide(decided, "Yes.");
        Handoff accepted = escalate();
        forward(20);
        kim.accept(accepted);
        escalate();
        forward(450);
        HandoffReport report = figures(ZoneOffset.UTC).of(DAY);
        assertEquals(4, report.handedOver());
        assertEquals(1, report.returned());
        assertEquals(Optional.of(0.25), report.returnRate());
        assertEquals(Map.of(AgeBand.UNDER_ONE_HOUR, 0, AgeBand.UNDER_FOUR_HOURS, 0, AgeBand.UNDER_EIGHT_HOURS, 2, AgeBand.UNDER_A_DAY, 0, AgeBand.OVER_A_DAY, 0), report.waiting());
        assertEquals(1, report.breachesNextHour());
        assertEquals(0, report.overdue());
        assertEquals(Optional.of(Duration.ofMinutes(20)), report.firstTouchMedian());
        assertEquals(Optional.of(Duration.ofMinutes(30)), report.firstTouchNinety());
        assertEquals(1, report.customers());
        assertEquals(List.of(new HandoffReport.Repeat(returned.customer(), "Ana Ruiz", 4)), report.repeats());
        assertEquals(List.of(new HandoffReport.Load("Kim", 1, 1, 1)), report.loads());
        assertEquals(2, report.days().size());
        assertEquals(4, report.days().getFirst().handedOver());
        assertEquals(1, report.days().getFirst().decided());
        forward(60);
        HandoffReport later = figures(ZoneOffset.UTC).of(DAY);
        assertEquals(1, later.overdue());
        assertEquals(1, later.breached());
        assertEquals(0, later.breachesNextHour());
        assertEquals(0, figures(ZoneOffset.UTC).of(new Period(DAY.until(), DAY.until().plusSeconds(1))).handedOver());
    }

    @Test
    void daysAreThoseOfTheZoneAlsoWhenClocksAreSet() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant from = Instant.parse("2026-03-28T12:00:00Z");
        List<HandoffReport.Day> days = figures(berlin).of(new Period(from, Instant.parse("2026-03-30T12:00:00Z"))).days();
        assertEquals(List.of("2026-03-27T23:00:00Z", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"), days.stream().map(day -> day.from().toString()).toList());
    }

    /** The database counts what a reader of all rows would. */
    @Test
    void theFiguresAreThoseOfTheRows() {
        new HandoffGenerator(7).fill(work.desk, 150);
        Instant now = Instant.now();
        work.clock.forward(Duration.between(work.clock.instant(), now));
        now = work.clock.instant();
        var period = new Period(now.minus(Duration.ofDays(3)), now);
        List<Handoff> all = work.desk.read(session -> session.handoffs().created(period.from(), period.until()));
        List<Handoff> waiting = work.desk.read(session -> session.handoffs().open()).stream().filter(each -> each.state() != HandoffState.RETURNED).toList();
        HandoffReport report = figures(ZoneOffset.UTC).of(period);
        assertEquals(all.size(), report.handedOver());
        assertEquals(all.stream().filter(each -> work.desk.read(session -> session.handoffs().steps(each.id())).stream().anyMatch(step -> step.kind() == HandoffStep.Kind.RETURNED)).count(),
                report.returned());
        List<Duration> touches = all.stream().flatMap(each -> each.touchedAt().stream().map(at -> Duration.between(each.createdAt(), at))).sorted().toList();
        assertEquals(touches.get((int) Math.ceil(touches.size() * 0.5) - 1), report.firstTouchMedian().orElseThrow());
        assertEquals(touches.get((int) Math.ceil(touches.size() * 0.9) - 1), report.firstTouchNinety().orElseThrow());
        assertEquals(waiting.size(), report.waiting().values().stream().mapToInt(Integer::intValue).sum());
        assertEquals(waiting.stream().filter(each -> each.reviewer().isPresent()).count(), report.loads().stream().mapToInt(HandoffReport.Load::open).sum());
    }

    @Test
    void theTableIsReadBySpreadsheetsAndNoNameIsAFormula() {
        escalate();
        work.desk.write(session -> {
            Handoff handoff = session.handoffs().open().getFirst();
            return session.handoffs().save(handoff.become(HandoffState.ACCEPTED, work.clock.instant()).takenBy("=cmd(\"x\"), Kim"));
        });
        String csv = figures(ZoneOffset.UTC).of(DAY).csv();
        assertTrue(csv.startsWith("figure,of,value\r\n"));
        assertTrue(csv.contains("handed_over,,1\r\n"), csv);
        assertTrue(csv.contains("waiting,under_one_hour,1\r\n"), csv);
        assertTrue(csv.contains("reviewer_open,\"'=cmd(\"\"x\"\"), Kim\",1\r\n"), csv);
        assertTrue(csv.lines().allMatch(line -> line.chars().filter(letter -> letter == ',').count() >= 2), csv);
    }
}
