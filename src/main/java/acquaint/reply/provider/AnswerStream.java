package acquaint.reply.provider;

import acquaint.reply.Answer;
import acquaint.reply.ModelException;
import java.util.OptionalInt;

/** Reads the events of one answer in the words of one service. For one thread. */
interface AnswerStream {

    /** How an answer ended, as the service says. */
    record End(Answer.Ending ending, OptionalInt promptTokens, OptionalInt answerTokens) {}

    /** Takes what came; {@link ModelException} where it is an error or makes no sense. */
    void event(ServerEvent event) throws ModelException;

    /** The service said that nothing more comes. */
    boolean done();

    /** Something of the answer, or of the thoughts before it, has come. */
    boolean begun();

    /** Only where it is {@link #done}. */
    End end() throws ModelException;
}
