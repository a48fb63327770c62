package acquaint.reply;

import acquaint.model.Message;
import acquaint.privacy.Masking;
import acquaint.reply.Digest.About;
import acquaint.reply.Digest.Point;
import acquaint.reply.PromptWriter.Task;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Tells an agent in short: by the language model where there is one, and otherwise in the sources' own words. Blocks; safe for any thread; an interrupt cancels. */
public final class DigestWriter {

    private final Drafting drafting;
    private final ComposedDigest composed;

    /** Written with the same means as drafts. */
    public DigestWriter(Drafting drafting) {
        this.drafting = drafting;
        composed = new ComposedDigest(drafting.likeness());
    }

    /** The ticket as a whole. */
    public Digest summary(DraftRequest request, Progress progress) throws ModelException, InterruptedException {
        return request.conversation().isEmpty() ? Digest.NOTHING : written(PromptTemplate.Name.SUMMARY, Prompt.Purpose.SUMMARY, "Summarise the ticket for {agent}.", List.of(), request, progress)
                .orElseGet(() -> composed.summary(request));
    }

    /** What was said after position {@code since}; nothing where nothing was. */
    public Digest catchUp(DraftRequest request, long since, Progress progress) throws ModelException, InterruptedException {
        Digest plain = composed.catchUp(request, since);
        DraftRequest news = request.since(since);
        if (plain.isEmpty() || Dialogue.of(news.conversation()).said().isEmpty()) {
            return plain;
        }
        return written(PromptTemplate.Name.CATCH_UP, Prompt.Purpose.CATCH_UP, "Tell {agent} what is new.", List.of(), news, progress).orElse(plain);
    }

    /** A question about the customer; {@code request} holds what was recalled for it. */
    public Digest answer(String question, DraftRequest request, Progress progress) throws ModelException, InterruptedException {
        if (request.recall().isEmpty() && request.conversation().stream().noneMatch(message -> message.isFrom(Message.Kind.CUSTOMER))) {
            return Digest.NOTHING;
        }
        Optional<Digest> told = written(PromptTemplate.Name.QUESTION, Prompt.Purpose.QUESTION, "Answer this question of {agent}'s:", List.of(question), request, progress);
        return told.isPresent() ? told.get() : composed.answer(question, request.recall());
    }

    private Optional<Digest> written(PromptTemplate.Name name, Prompt.Purpose purpose, String words, List<String> texts, DraftRequest request, Progress progress)
            throws ModelException, InterruptedException {
        Optional<LanguageModel> model = drafting.model();
        if (model.isEmpty()) {
            return Optional.empty();
        }
        Clock clock = drafting.clock();
        Masking masking = drafting.masking(request);
        var written = new PromptWriter(clock, List.of()).write(PromptTemplate.original(name), request, new Task(purpose, words, texts), model.get().contextTokens(), masking);
        ModelDraft.Outcome outcome = new ModelDraft(model.get(), masking).write(written, progress);
        var check = ModelDraft.check(drafting.likeness(), written, request, clock.getZone());
        var points = ModelDraft.checked(outcome, check).stream().flatMap(paragraph -> paragraph.sentences().stream()).map(sentence -> new Point(About.TOLD, sentence)).toList();
        return Optional.of(new Digest(points, Optional.of(outcome.writing())));
    }
}
