package acquaint.reply;

import acquaint.privacy.Recipient;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A model that says what it is told to, piece by piece, and keeps what it was asked. */
public final class ScriptedModel implements LanguageModel {

    public final List<Prompt> asked = new ArrayList<>();
    private final List<String> pieces;
    private final Answer.Ending ending;
    int contextTokens = 16_000;
    /** Runs before the piece of this number. */
    Runnable before = () -> {};
    int beforePiece = -1;

    public ScriptedModel(Answer.Ending ending, String... pieces) {
        this.ending = ending;
        this.pieces = List.of(pieces);
    }

    public ScriptedModel(String... pieces) {
        this(Answer.Ending.COMPLETE, pieces);
    }

    @Override
    public Recipient recipient() {
        return new Recipient("openai", URI.create("http://127.0.0.1:1/v1"), "scripted");
    }

    @Override
    public int contextTokens() {
        return contextTokens;
    }

    @Override
    public Answer answer(Prompt prompt, Consumer<String> taker) throws InterruptedException {
        asked.add(prompt);
        for (int i = 0; i < pieces.size(); i++) {
            if (i == beforePiece) {
                before.run();
            }
            if (Thread.interrupted()) {
                throw new StoppedAnswer(new Answer(Answer.Ending.CUT_OFF, asked.size(), OptionalInt.empty(), OptionalInt.empty()));
            }
            taker.accept(pieces.get(i));
        }
        return new Answer(ending, asked.size(), OptionalInt.empty(), OptionalInt.empty());
    }
}
