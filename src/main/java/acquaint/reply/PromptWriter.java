package acquaint.reply;

import acquaint.privacy.Masked;
import acquaint.privacy.Masking;
import acquaint.reply.PromptTemplate.Variable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Writes prompts: the template filled with what fits into the model's room, all of it masked, and what anybody but the desk said behind bars. Safe for any thread.
 */
public final class PromptWriter {

    /** More to read makes an answer slower and dearer, and seldom better. */
    private static final int MOST_TOKENS = 8_000;
    /** Other models count other tokens than ours: by up to a fifth more, in the languages that were looked at. */
    private static final double SAFE = 0.8;
    /** A reply takes some hundred; the rest is for models that think in writing before they answer. */
    private static final int MOST_ANSWER = 4_000;
    private static final int LEAST_ROOM = 200;

    /**
     * A prompt and what stands in it: {@code sources} by their numbers, {@code tokens} is an estimate of its whole length.
     */
    public static final class Written {

        private final Prompt prompt;
        private final List<Source> sources;
        private final DraftReply.LeftOut leftOut;
        private final int tokens;

        Written(Prompt prompt, List<Source> sources, DraftReply.LeftOut leftOut, int tokens) {
            this.prompt = prompt;
            this.sources = List.copyOf(sources);
            this.leftOut = leftOut;
            this.tokens = tokens;
        }

        public Prompt prompt() {
            return prompt;
        }

        List<Source> sources() {
            return sources;
        }

        public DraftReply.LeftOut leftOut() {
            return leftOut;
        }

        public int tokens() {
            return tokens;
        }
    }

    /** What is to be done: in the desk's own words, and with texts of the agent's that are to be worked on. */
    record Task(Prompt.Purpose purpose, String words, List<String> texts) {}

    private final Clock clock;
    private final List<String> lessons;

    /** {@code clock} has the desk's zone; {@code lessons} are rules that hold besides those of the template. */
    public PromptWriter(Clock clock, List<String> lessons) {
        this.clock = clock;
        this.lessons = List.copyOf(lessons);
    }

    /** {@code contextTokens} is what prompt and answer may take together. {@link ModelException.Kind#TOO_LONG} where not even the least fits. */
    Written write(PromptTemplate template, DraftRequest request, Task task, int contextTokens, Masking masking) throws ModelException {
        int answer = Math.min(MOST_ANSWER, contextTokens / 4);
        int room = (int) (Math.min(contextTokens - answer, MOST_TOKENS) * SAFE) - bare(template, request, task, masking);
        if (room < LEAST_ROOM) {
            throw new ModelException(ModelException.Kind.TOO_LONG, "the prompt alone leaves no room in " + contextTokens + " tokens");
        }
        int waiting = Dialogue.of(request.conversation()).open().size();
        var chosen = Budget.choose(Material.of(request, masking, clock.getZone()), waiting, room, masking);
        var filling = new Filling(request, task, masking, chosen);
        Masked instructions = filling.fill(template.instructions());
        Masked material = filling.fill(template.material());
        List<String> placeholders = masking.placeholders().stream()
                .filter(one -> material.text().contains(one) || instructions.text().contains(one)).toList();
        var prompt = new Prompt(task.purpose(), request.ticket().id(), instructions, material, placeholders, answer);
        return new Written(prompt, filling.sources, chosen.leftOut(), Tokens.in(instructions.text()) + Tokens.in(material.text()));
    }

    /** What the prompt takes with nothing to write from. */
    private int bare(PromptTemplate template, DraftRequest request, Task task, Masking masking) {
        var nothing = new Budget.Chosen(List.of(), List.of(), List.of(), List.of(), DraftReply.LeftOut.NOTHING);
        var filling = new Filling(request, task, masking, nothing);
        return Tokens.in(filling.fill(template.instructions()).text()) + Tokens.in(filling.fill(template.material()).text());
    }

    /** Fills one template; sources are numbered in the order in which they are written. */
    private final class Filling {

        /** A subject made of a message's beginning may end within a number, and nobody could tell what that was. */
        private static final Pattern CUT_NUMBER = Pattern.compile("\\S*\\d[\\d .-]*…$");
        private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");

        private final DraftRequest request;
        private final Task task;
        private final Masking masking;
        private final Budget.Chosen chosen;
        private final List<Source> sources = new ArrayList<>();
        private final Map<Variable, Function<Filling, Masked>> values = Map.ofEntries(
                Map.entry(Variable.AGENT, f -> f.own(f.agent())),
                Map.entry(Variable.LESSONS, f -> f.own(String.join("\n", lessons.stream().map(one -> "- " + PlainText.line(one)).toList()))),
                Map.entry(Variable.TODAY, f -> f.own(Material.day(Instant.now(clock), clock.getZone()))),
                Map.entry(Variable.CHANNEL, f -> f.quoted(f.request.ticket().channel())),
                Map.entry(Variable.SUBJECT, f -> f.quoted(CUT_NUMBER.matcher(f.request.ticket().subject()).replaceAll("…"))),
                Map.entry(Variable.CUSTOMER, f -> f.pieces(f.chosen.record())),
                Map.entry(Variable.PROFILE, f -> f.pieces(f.chosen.profile())),
                Map.entry(Variable.HISTORY, f -> f.pieces(f.chosen.history())),
                Map.entry(Variable.KNOWN, f -> f.quoted(String.join("\n", Known.of(f.request, f.masking)))),
                Map.entry(Variable.CONVERSATION, f -> f.pieces(f.chosen.conversation())),
                Map.entry(Variable.LEFT_OUT, Filling::leftOut),
                Map.entry(Variable.TASK, Filling::task));

        Filling(DraftRequest request, Task task, Masking masking, Budget.Chosen chosen) {
            this.request = request;
            this.task = task;
            this.masking = masking;
            this.chosen = chosen;
        }

        Masked fill(List<PromptTemplate.Part> parts) {
            return Masked.join(parts.stream().map(part -> part.variable().map(variable -> values.get(variable).apply(this)).orElseGet(() -> own(part.text()))).toList());
        }

        private Masked own(String words) {
            return masking.mask(EMPTY_LINES.matcher(words).replaceAll("\n\n"));
        }

        private Masked quoted(String words) {
            String plain = PlainText.of(words);
            return plain.isEmpty() ? own("(nothing)") : masking.mask(plain).quoted();
        }

        private String agent() {
            String name = PlainText.line(request.agentName());
            return name.isEmpty() ? "the agent" : name;
        }

        private Masked pieces(List<Piece> pieces) {
            if (pieces.isEmpty()) {
                return own("(nothing)");
            }
            var all = new ArrayList<Masked>();
            for (Piece piece : pieces) {
                var source = new Source(sources.size() + 1, piece);
                sources.add(source);
                all.add(own((all.isEmpty() ? "" : "\n") + "Source " + source.number() + ": " + piece.heading() + "\n"));
                all.add(piece.masked());
            }
            return Masked.join(all);
        }

        private Masked leftOut() {
            var leftOut = chosen.leftOut();
            int pieces = leftOut.total() - leftOut.sensitive();
            return own(pieces == 0 ? "" : "(Left out for want of room: " + leftOut.messages() + " earlier messages, " + leftOut.profile() + " things known, "
                    + (leftOut.episodes() + leftOut.passages()) + " pieces of earlier tickets.)");
        }

        private Masked task() {
            var all = new ArrayList<Masked>();
            all.add(own(task.words().replace(Variable.AGENT.inBraces(), agent())));
            for (String text : task.texts()) {
                all.add(own("\n"));
                all.add(masking.maskAgain(PlainText.of(text)).quoted());
            }
            return Masked.join(all);
        }
    }
}
