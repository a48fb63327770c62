package acquaint.bench;

import acquaint.bench.ReportTopics.Topic;
import acquaint.model.CustomerId;
import acquaint.model.TicketId;
import acquaint.pattern.Report;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tickets of an invented desk over weeks, in the order they come, with incidents planted among them. Days and weeks have their rhythm, topics are as frequent as Zipf says, some customers
 * write several times, some send the same twice. The same seed makes the same stream.
 */
public final class ReportStream {

    /** {@code incident} names what was planted, if it was. */
    public record Planted(Report report, Optional<String> incident) {}

    /** Something that goes wrong {@code from} then on: so many {@code reports} of it come, {@code hourly} of them an hour on average. */
    record Outage(PlantedIncidents.Incident incident, Instant from, int reports, double hourly) {}

    private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");
    /** How busy each hour of a day is beside others. */
    private static final int[] HOURS = {2, 1, 1, 1, 1, 2, 5, 12, 25, 38, 42, 38, 30, 32, 36, 34, 32, 28, 26, 28, 30, 24, 14, 6};
    private static final double WEEKEND = 0.4;
    private static final double SENT_TWICE = 0.03;
    private static final int CUSTOMERS = 6_000;
    private static final Pattern CHOICE = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern PLACE = Pattern.compile("<(\\w+)>");
    private static final List<String> PRODUCTS = List.of("kettle", "tent", "headlamp", "backpack", "coffee grinder", "rain jacket", "desk lamp", "sleeping bag", "water filter", "toaster", "hiking boots",
            "espresso machine", "camping stove", "office chair", "blender", "yoga mat", "travel adapter", "blanket", "garden hose", "cordless drill", "baby monitor", "razor", "umbrella", "wall clock", "knife",
            "air purifier", "hammock", "snow shovel", "fountain pen", "telescope", "sewing machine");
    private static final List<String> CITIES = List.of("Berlin", "Lyon", "Graz", "Leeds", "Porto", "Utrecht", "Turin", "Bergen", "Cork", "Basel", "Malmö", "Gdańsk", "Bilbao", "Ghent");
    private static final List<String> DAYS = List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "the 3rd", "the 14th", "the 20th", "May 2", "last week", "yesterday");
    private static final List<String> GREETINGS = List.of("Hello, ", "Hi! ", "Dear team, ", "Good morning. ", "", "", "", "Hey, ", "Guten Tag. ");
    private static final List<String> CLOSINGS = List.of("", "", " Thanks!", " Best wishes", " Please help.", " Kind regards", " Thank you in advance.", " Sent from my phone", " I look forward to your answer.");

    private final Random random;
    private final int days;
    private final int ordinary;
    private final List<Planted> stream = new ArrayList<>();

    private ReportStream(long seed, int days, int ordinary) {
        random = new Random(seed);
        this.days = days;
        this.ordinary = ordinary;
    }

    /** {@code ordinary} tickets over {@code days}, and the reports of {@code outages}. */
    static List<Planted> of(long seed, int days, int ordinary, List<Outage> outages) {
        var made = new ReportStream(seed, days, ordinary);
        made.ordinary();
        outages.forEach(made::outage);
        return made.stream.stream().sorted(Comparator.comparing((Planted one) -> one.report().at())).toList();
    }

    /** One incident after the other from {@code first} on, a day or so apart, at busy and at quiet hours, slow ones and fast ones. */
    static List<Outage> outages(long seed, List<PlantedIncidents.Incident> incidents, int first, int days) {
        var random = new Random(seed);
        var outages = new ArrayList<Outage>();
        double[] hourly = {3, 6, 12, 30};
        double apart = (double) (days - first) / incidents.size();
        for (int i = 0; i < incidents.size(); i++) {
            Instant from = BEGIN.plus(Duration.ofMinutes((long) ((first + i * apart) * 24 * 60) + 7 * 60 + random.nextInt(12 * 60)));
            outages.add(new Outage(incidents.get(i), from, 25, hourly[(i + (int) seed) % hourly.length]));
        }
        return outages;
    }

    private void ordinary() {
        double[] minutes = busy();
        double[] topics = new double[ReportTopics.ALL.size()];
        for (int i = 0; i < ordinary; i++) {
            Instant at = BEGIN.plusSeconds(pick(minutes) * 3600L + random.nextInt(3600));
            for (int topic = 0; topic < topics.length; topic++) {
                topics[topic] = often(ReportTopics.ALL.get(topic), at) / (topic + 2.0);
            }
            Topic topic = ReportTopics.ALL.get(pick(topics));
            Report report = new Report(new TicketId("T-" + i), customer(), at, said(topic.sentences(), 1 + random.nextInt(3)));
            stream.add(new Planted(report, Optional.empty()));
            if (random.nextDouble() < SENT_TWICE) {
                stream.add(new Planted(new Report(new TicketId("T-" + i + "b"), report.customer(), at.plusSeconds(random.nextInt(900)), report.text()), Optional.empty()));
            }
        }
    }

    private CustomerId customer() {
        return new CustomerId("c" + (int) (CUSTOMERS * Math.pow(random.nextDouble(), 1.6)));
    }

    private double[] busy() {
        var hours = new double[days * 24];
        for (int hour = 0; hour < hours.length; hour++) {
            DayOfWeek day = LocalDateTime.ofInstant(BEGIN, ZoneOffset.UTC).plusHours(hour).getDayOfWeek();
            hours[hour] = HOURS[hour % 24] * (day.getValue() >= 6 ? WEEKEND : day == DayOfWeek.MONDAY ? 1.3 : 1);
        }
        return hours;
    }

    private static double often(Topic topic, Instant at) {
        LocalDateTime time = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        boolean now = switch (topic.rhythm()) {
            case "morning" -> time.getHour() < 10;
            case "evening" -> time.getHour() >= 17;
            case "monday" -> time.getDayOfWeek() == DayOfWeek.MONDAY;
            case "month" -> time.getDayOfMonth() <= 3;
            default -> false;
        };
        return now ? 4 : 1;
    }

    private void outage(Outage outage) {
        double seconds = 0;
        for (int i = 0; i < outage.reports(); i++) {
            seconds += -Math.log(1 - random.nextDouble()) * 3600 / outage.hourly();
            String name = outage.incident().name();
            Report report = new Report(new TicketId(name.replace(' ', '-') + "-" + i), customer(), outage.from().plusSeconds((long) seconds), said(outage.incident().wordings(), 1 + random.nextInt(2)));
            stream.add(new Planted(report, Optional.of(name)));
        }
    }

    private String said(List<String> sentences, int most) {
        var text = new StringBuilder(GREETINGS.get(random.nextInt(GREETINGS.size())));
        int before = -1;
        for (int i = 0; i < most; i++) {
            int chosen = random.nextInt(sentences.size());
            if (chosen != before) {
                text.append(i == 0 ? "" : " ").append(filled(sentences.get(chosen)));
            }
            before = chosen;
        }
        return text.append(CLOSINGS.get(random.nextInt(CLOSINGS.size()))).toString();
    }

    private String filled(String sentence) {
        String chosen = CHOICE.matcher(sentence).replaceAll(choice -> {
            String[] parts = choice.group(1).split("\\|");
            return Matcher.quoteReplacement(parts[random.nextInt(parts.length)]);
        });
        return PLACE.matcher(chosen).replaceAll(place -> switch (place.group(1)) {
            case "product" -> any(PRODUCTS);
            case "city" -> any(CITIES);
            case "day" -> any(DAYS);
            case "order" -> "#" + (100_000 + random.nextInt(900_000));
            case "amount" -> (5 + random.nextInt(300)) + ".90";
            case "n" -> Integer.toString(2 + random.nextInt(12));
            default -> throw new IllegalStateException(place.group());
        });
    }

    private String any(List<String> words) {
        return words.get((int) (words.size() * Math.pow(random.nextDouble(), 1.5)));
    }

    private int pick(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double at = random.nextDouble() * sum;
        for (int i = 0; i < weights.length; i++) {
            at -= weights[i];
            if (at < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
