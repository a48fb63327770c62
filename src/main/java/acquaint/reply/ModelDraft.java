package acquaint.reply;

import acquaint.privacy.Masking;
import acquaint.privacy.Recipient;
import acquaint.privacy.Restoring;
import acquaint.reply.DraftReply.Paragraph;
import acquaint.reply.DraftReply.Sentence;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Has a language model write, shows it while it comes, and checks each sentence against what the model was given. Blocks; for one draft. */
final class ModelDraft {

    /** What a model wrote, as the customer would read it. */
    record Outcome(List<AnswerText.Cited> sentences, DraftReply.Writing writing) {}

    private final LanguageModel model;
    private final Masking masking;
    private final AnswerText text = new AnswerText();
    private boolean stopped;

    ModelDraft(LanguageModel model, Masking masking) {
        this.model = model;
        this.masking = masking;
    }

    /** An interrupt cancels; {@link Progress#stop} keeps what was written so far. */
    Outcome write(PromptWriter.Written written, Progress progress) throws ModelException, InterruptedException {
        Set<String> given = Set.copyOf(written.prompt().placeholders());
        Restoring restoring = masking.restoring(given);
        Answer answer = ask(written, restoring, progress);
        progress.more(restoring.next(text.end()) + restoring.end());
        List<AnswerText.Cited> sentences = text.sentences().stream()
                .map(one -> new AnswerText.Cited(masking.restore(one.text(), given), one.numbers(), one.newParagraph(), one.newLine())).toList();
        if (answer.ending() == Answer.Ending.REFUSED && sentences.isEmpty()) {
            throw new ModelException(ModelException.Kind.REFUSED, "the model would not write this");
        }
        if (sentences.isEmpty() && !stopped) {
            throw new ModelException(ModelException.Kind.FAULT, "the answer was empty");
        }
        Recipient by = model.recipient();
        return new Outcome(sentences, new DraftReply.Writing(by, answer.ledgerEntry(), written.prompt().placeholders(),
                answer.ending() == Answer.Ending.COMPLETE, written.leftOut()));
    }

    private Answer ask(PromptWriter.Written written, Restoring restoring, Progress progress) throws ModelException, InterruptedException {
        progress.begin();
        try {
            return model.answer(written.prompt(), piece -> {
                String shown = restoring.next(text.next(piece));
                if (!shown.isEmpty()) {
                    progress.more(shown);
                }
            });
        } catch (StoppedAnswer e) {
            if (!progress.end()) {
                throw e;
            }
            stopped = true;
            return e.soFar();
        } finally {
            progress.end();
        }
    }

    static List<Paragraph> checked(Outcome outcome, EvidenceCheck check) throws InterruptedException {
        var sentences = new ArrayList<Sentence>();
        for (AnswerText.Cited one : outcome.sentences()) {
            sentences.add(check.check(one.text(), one.numbers()));
        }
        return paragraphs(outcome.sentences(), sentences);
    }

    /** A translation for reading rests on its original. */
    static List<Paragraph> unchecked(Outcome outcome) {
        return paragraphs(outcome.sentences(), outcome.sentences().stream().map(one -> new Sentence(one.text(), List.of())).toList());
    }

    private static List<Paragraph> paragraphs(List<AnswerText.Cited> cited, List<Sentence> sentences) {
        var paragraphs = new ArrayList<Paragraph>();
        var together = new ArrayList<Sentence>();
        boolean tight = false;
        for (int i = 0; i < cited.size(); i++) {
            boolean begins = cited.get(i).newParagraph() || cited.get(i).newLine();
            if (begins && !together.isEmpty()) {
                paragraphs.add(new Paragraph(together, tight));
                together.clear();
            }
            if (begins) {
                tight = cited.get(i).newLine();
            }
            together.add(sentences.get(i));
        }
        if (!together.isEmpty()) {
            paragraphs.add(new Paragraph(together, tight));
        }
        return paragraphs;
    }

    static EvidenceCheck check(Likeness likeness, PromptWriter.Written written, DraftRequest request, ZoneId zone) {
        return new EvidenceCheck(likeness, written.sources(), List.of(request.customer().name(), request.agentName()), zone);
    }
}
