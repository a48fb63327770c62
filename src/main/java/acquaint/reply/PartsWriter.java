package acquaint.reply;

import acquaint.privacy.Masking;
import acquaint.reply.AnswerText.Cited;
import acquaint.reply.DraftReply.Sentence;
import acquaint.reply.PromptWriter.Task;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Has a language model tell a ticket in parts, one sentence a line, each begun with the part's name. Blocks; safe for any thread; an interrupt cancels. */
public final class PartsWriter {

    /**
     * A sentence of a part. {@code mark} is what stood in brackets behind the part's name; {@code sentence} is as it was checked against the sources;
     * {@code named} are the sources that the model named for it and that it was given.
     */
    public record Told(String part, String mark, Sentence sentence, List<Evidence> named) {

        public Told {
            named = List.copyOf(named);
        }
    }

    /** What the model told, and how it came to it. */
    public record Parts(List<Told> told, DraftReply.Writing writing) {

        public Parts {
            told = List.copyOf(told);
        }
    }

    private static final Pattern LABEL = Pattern.compile("^[\\s*-]*(?<part>[A-Z]{3,12})(?:\\s*\\((?<mark>[a-z ]{2,20})\\))?:\\s*");

    private final Drafting drafting;

    /** Written with the same means as drafts. */
    public PartsWriter(Drafting drafting) {
        this.drafting = drafting;
    }

    /** The parts of a brief, in the agent's language. What stands before the first name of a part is left out. */
    public Parts brief(DraftRequest request, LanguageModel model, Progress progress) throws ModelException, InterruptedException {
        Masking masking = drafting.masking(request);
        String language = drafting.means().reading().get().getDisplayLanguage(Locale.ENGLISH);
        var task = new Task(Prompt.Purpose.BRIEF, "Write the brief for {agent}, in " + language + ".", List.of());
        var written = new PromptWriter(drafting.clock(), List.of()).write(PromptTemplate.original(PromptTemplate.Name.BRIEF), request, task, model.contextTokens(), masking);
        ModelDraft.Outcome outcome = new ModelDraft(model, masking).write(written, progress);
        var check = ModelDraft.check(drafting.likeness(), written, request, drafting.clock().getZone());
        var told = new ArrayList<Told>();
        String part = "";
        String mark = "";
        for (Cited one : outcome.sentences()) {
            Matcher label = LABEL.matcher(one.text());
            String text = one.text();
            if (label.find()) {
                part = label.group("part");
                mark = Optional.ofNullable(label.group("mark")).orElse("");
                text = text.substring(label.end()).strip();
            }
            if (!part.isEmpty() && !text.isEmpty()) {
                told.add(new Told(part, mark, check.check(text, one.numbers()), named(written, one)));
            }
        }
        return new Parts(told, outcome.writing());
    }

    private static List<Evidence> named(PromptWriter.Written written, Cited one) {
        var named = new LinkedHashSet<Evidence>();
        written.sources().stream().filter(source -> one.numbers().contains(source.number())).map(source -> source.piece().evidence()).forEach(named::add);
        return List.copyOf(named);
    }
}
