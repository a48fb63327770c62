package acquaint.bench;

import acquaint.memory.MemoryException;
import acquaint.memory.Utterance;
import acquaint.memory.Utterance.Speaker;
import acquaint.memory.local.BulkMemory;
import acquaint.memory.local.Embeddings;
import acquaint.model.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What is said in tickets, drawn from a seed: so many different tickets, each of which can be told of other people and with
 * other order numbers and amounts. Only the tickets as drawn are embedded. A vector of one that is told anew is moved in a
 * random direction, by as much as the model was seen to move it on a sample.
 */
final class Scripts {

    /** One thing said, with names and numbers that are changed from ticket to ticket. */
    private record Line(Speaker speaker, String text) {}

    private static final Pattern NUMBER = Pattern.compile("(?<=A-)\\d{6}|(?<=€)\\d+(?=\\.90)");
    private static final int SAMPLE = 200;
    private static final Duration BETWEEN = Duration.ofMinutes(40);

    private final SpeedSize size;
    private final People people;
    private final List<List<Line>> scripts = new ArrayList<>();
    private final List<List<float[]>> vectors = new ArrayList<>();
    private double likeness = 1;

    Scripts(SpeedSize size) {
        this.size = size;
        this.people = new People(new DeskSize(size.tickets(), size.memories(), size.customers(), 0, 0, 0, size.seed()));
        var random = new SplittableRandom(size.seed());
        while (scripts.size() < size.scripts()) {
            scripts.add(drawn(random));
        }
    }

    private static List<Line> drawn(RandomGenerator random) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(Speaker.SUBJECT, Wordings.subject(random)));
        int replies = 2 + random.nextInt(3);
        for (int i = 0; i < replies; i++) {
            lines.add(i % 2 == 0 ? new Line(Speaker.CUSTOMER, Wordings.asked(random)) : new Line(Speaker.AGENT, Wordings.answered(random)));
        }
        return lines;
    }

    /** Asks the model for the vectors of each script, and of a few told anew. */
    void embed(Embeddings model) throws MemoryException, InterruptedException, ExecutionException {
        try (var workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<List<float[]>>> all = IntStream.range(0, scripts.size()).mapToObj(i ->
                    workers.submit(() -> model.of(BulkMemory.texts(told(i, 0, "T-" + i, Story.END, new SplittableRandom(i)))))).toList();
            for (Future<List<float[]>> one : all) {
                vectors.add(one.get());
            }
        }
        double sum = 0;
        int count = 0;
        for (int i = 0; i < Math.min(SAMPLE, scripts.size()); i++) {
            List<float[]> anew = model.of(BulkMemory.texts(told(i, 1, "T-" + i, Story.END, new SplittableRandom(~i))));
            for (int k = 0; k < anew.size(); k++, count++) {
                sum += cosine(anew.get(k), vectors.get(i).get(k));
            }
        }
        likeness = sum / count;
    }

    private static double cosine(float[] one, float[] other) {
        double product = 0;
        double squares = 0;
        double otherSquares = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
            squares += one[i] * one[i];
            otherSquares += other[i] * other[i];
        }
        return product / Math.sqrt(squares * otherSquares);
    }

    /** The mean cosine of a text and the same text with other names and numbers. */
    double likeness() {
        return likeness;
    }

    int embedded() {
        return vectors.stream().mapToInt(List::size).sum();
    }

    /** Script {@code script} as it went with this customer. */
    List<Utterance> told(int script, int customer, String ticket, Instant at, SplittableRandom random) {
        String agent = people.agent(random);
        Map<String, String> numbers = new TreeMap<>();
        var said = new ArrayList<Utterance>();
        for (Line line : scripts.get(script)) {
            String author = switch (line.speaker()) {
                case CUSTOMER -> people.name(customer);
                case AGENT -> agent;
                case SUBJECT, NOTE, OTHER -> "";
            };
            String text = NUMBER.matcher(line.text()).replaceAll(old -> Matcher.quoteReplacement(numbers.computeIfAbsent(old.group(), known -> number(known, random))));
            said.add(new Utterance(new MessageId(ticket + "#" + said.size()), line.speaker(), author, at.plus(BETWEEN.multipliedBy(said.size())), text));
        }
        return said;
    }

    private static String number(String like, RandomGenerator random) {
        int least = (int) Math.pow(10, like.length() - 1);
        return Integer.toString(random.nextInt(least, least * 10));
    }

    /** For all that is kept of a ticket that was told by script {@code script}. */
    List<float[]> vectors(int script, RandomGenerator random) {
        return vectors.get(script).stream().map(vector -> moved(vector, random)).toList();
    }

    private float[] moved(float[] vector, RandomGenerator random) {
        double length = length(vector);
        double step = length * Math.sqrt(1 / (likeness * likeness) - 1) / Math.sqrt(vector.length);
        var moved = new float[vector.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = (float) (vector[i] + step * random.nextGaussian());
        }
        return moved;
    }

    private static double length(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }
}
