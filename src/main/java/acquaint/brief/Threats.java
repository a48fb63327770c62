package acquaint.brief;

import acquaint.model.Message;
import acquaint.model.Risk;
import acquaint.reply.Saying;
import acquaint.reply.Spoken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a customer demands and threatens, with the words behind it; of a sum the desk's words count, too. */
final class Threats {

    private static final Map<Risk, Saying> SIGNS = Map.of(Risk.MONEY, Saying.MONEY, Risk.LEGAL, Saying.LEGAL, Risk.SAFETY, Saying.SAFETY, Risk.CHURN, Saying.CHURN, Risk.PUBLIC, Saying.PUBLIC);
    private static final int OF_ONE_RISK = 2;

    private Threats() {}

    /** Sentences that ask for another person; the newest first, since it is what counts. */
    static List<Spoken> human(List<Message> conversation) {
        return customer(conversation.reversed()).filter(one -> Saying.HUMAN.isIn(one.text()) && !Saying.NOHUMAN.isIn(one.text())).toList();
    }

    /** Two sentences of each risk at most, newest first. */
    static List<BriefLine> risks(List<Message> conversation, BriefWords words) {
        var lines = new ArrayList<BriefLine>();
        for (Risk risk : Risk.values()) {
            List<Spoken> said = customer(conversation.reversed()).filter(one -> SIGNS.get(risk).isIn(one.text())).limit(OF_ONE_RISK).toList();
            List<Spoken> all = said.isEmpty() && risk == Risk.MONEY ? sums(conversation) : said;
            all.forEach(one -> lines.add(BriefLine.found(one.text(), Optional.of(words.risk(risk)), List.of(one.evidence()))));
        }
        return lines;
    }

    private static Stream<Spoken> customer(List<Message> conversation) {
        return conversation.stream().filter(message -> message.isFrom(Message.Kind.CUSTOMER)).flatMap(message -> Spoken.in(message).stream());
    }

    private static List<Spoken> sums(List<Message> conversation) {
        List<Spoken> sums = conversation.reversed().stream().filter(message -> message.isFrom(Message.Kind.REPLY)).flatMap(message -> Spoken.in(message).stream())
                .filter(one -> Saying.MONEY.isIn(one.text())).toList();
        return sums.stream().max(Comparator.comparing(one -> one.text().endsWith("."))).stream().toList();
    }
}
