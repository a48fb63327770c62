package acquaint.brief;

import acquaint.model.Message;
import acquaint.model.Promise;
import acquaint.reply.Dialogue;
import acquaint.reply.Evidence;
import acquaint.reply.Spoken;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the customer was promised: in this ticket as its replies say, elsewhere as the ledger has it. The ledger's word on due time and state goes before the text's. */
final class Promised {

    /** One promise; {@code kept} once it is. */
    record One(String text, String owner, Optional<Instant> due, boolean kept, Evidence evidence) {

        boolean isOverdue(Instant now) {
            return !kept && due.filter(until -> until.isBefore(now)).isPresent();
        }
    }

    private static final int MOST = 12;

    private final BriefRequest request;
    private final BriefWords words;
    private final DueTime due;
    private final List<One> all = new ArrayList<>();

    Promised(BriefRequest request, BriefWords words, ZoneId zone) {
        this.request = request;
        this.words = words;
        due = new DueTime(zone);
        Dialogue.of(request.material().conversation()).from(Message.Kind.REPLY).forEach(this::in);
        request.promises().stream().filter(one -> one.state() == Promise.State.OPEN && !one.ticket().equals(request.material().ticket().id())).map(Promised::elsewhere).forEach(all::add);
    }

    private void in(Message reply) {
        for (Spoken one : PromiseFinder.spoken(reply).toList()) {
            Optional<Promise> entry = request.promises().stream().filter(each -> each.message().equals(reply.id()) && each.text().equals(one.text())).findFirst();
            if (entry.filter(each -> each.state() == Promise.State.WITHDRAWN).isEmpty()) {
                all.add(new One(one.text(), entry.map(Promise::owner).orElse(reply.author()), entry.isPresent() ? entry.get().due() : due.of(one.text(), reply.at()),
                        entry.filter(each -> each.state() == Promise.State.KEPT).isPresent(), one.evidence()));
            }
        }
    }

    private static One elsewhere(Promise promise) {
        return new One(promise.text(), promise.owner(), promise.due(), false,
                new Evidence(Evidence.Kind.PASSAGE, promise.message().value(), Optional.of(promise.ticket().session()), promise.madeAt(), promise.text()));
    }

    List<BriefLine> lines() {
        return all.stream().limit(MOST).map(one -> BriefLine.found(one.text(), Optional.of(detail(one)), List.of(one.evidence()))).toList();
    }

    private String detail(One one) {
        if (one.kept()) {
            return words.say("promise.kept", "owner", one.owner());
        }
        return one.due().map(until -> words.say(one.isOverdue(request.now()) ? "promised.overdue" : "promised.until", "owner", one.owner(), "date", words.day(until)))
                .orElseGet(() -> words.say("promised.by", "owner", one.owner()));
    }

    /** The one to see to first: with the earliest date, kept ones aside. */
    Optional<One> next() {
        Stream<One> open = all.stream().filter(one -> !one.kept() && one.due().isPresent());
        return open.min(Comparator.comparing(one -> one.due().orElseThrow()));
    }
}
