package acquaint.soak;

import acquaint.soak.Step.Act;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a run of kills came to. */
final class Counts {

    private final Map<Act, Integer> acknowledged = new EnumMap<>(Act.class);
    int kills;
    int atStart;
    int inImport;
    int cutOff;
    int cutOffButStored;
    int flushes;
    int delivered;
    int remembered;
    int uncertain;
    int conversations;
    int lost;
    int twice;
    int wrong;

    void acknowledge(List<Step> steps) {
        steps.stream().filter(Step::done).forEach(step -> acknowledged.merge(step.act(), 1, Integer::sum));
    }

    private int of(Act... acts) {
        int sum = 0;
        for (Act act : acts) {
            sum += acknowledged.getOrDefault(act, 0);
        }
        return sum;
    }

    @Override
    public String toString() {
        return """
                kills %d (before the desk was open %d, in an import %d)
                acknowledged: drafts %d, sends %d, refused sends %d, undos %d, notes %d, customer messages %d, tickets opened %d, closed or reopened %d, conversations imported %d
                carried out: replies delivered %d, messages remembered %d, sessions flushed %d
                cut off in the middle: steps %d (of which stored %d), deliveries that became uncertain %d, imports completed by a second run %d conversations
                lost %d, duplicates %d, otherwise wrong %d""".formatted(kills, atStart, inImport,
                of(Act.TYPE_REPLY, Act.TYPE_NOTE), of(Act.SEND, Act.SEND_AND_CLOSE), of(Act.REFUSED), of(Act.UNDO), of(Act.NOTE),
                of(Act.HEAR), of(Act.OPEN), of(Act.CLOSE, Act.REOPEN), of(Act.IMPORT), delivered, remembered, flushes,
                cutOff, cutOffButStored, uncertain, conversations, lost, twice, wrong);
    }
}
