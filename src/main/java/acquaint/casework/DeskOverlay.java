package acquaint.casework;

import acquaint.memory.ProfileItem;
import acquaint.memory.Utterance;
import acquaint.memory.everos.Overlay;
import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import acquaint.store.AgentsWordTable;
import acquaint.store.Desk;
import acquaint.store.HandedTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The overlay of one space at a memory service, kept with the desk, so that a team has it in common. Each change is one transaction. */
public final class DeskOverlay implements Overlay {

    private final Desk desk;
    private final String space;

    public DeskOverlay(Desk desk, String space) {
        this.desk = desk;
        this.space = space;
    }

    @Override
    public Map<MessageId, Handed> known(CustomerId customer, SessionId session, Collection<MessageId> messages) {
        return desk.read(tables -> tables.handed(space).find(customer, session, messages)).stream()
                .collect(Collectors.toMap(HandedTable.Row::message, DeskOverlay::handed));
    }

    @Override
    public List<Handed> unsettled(CustomerId customer, SessionId session) {
        return desk.read(tables -> tables.handed(space).unsettled(customer, session)).stream().map(DeskOverlay::handed).toList();
    }

    @Override
    public List<Handed> buffered(CustomerId customer, int limit) {
        return desk.read(tables -> tables.handed(space).buffered(customer, limit)).reversed().stream().map(DeskOverlay::handed).toList();
    }

    @Override
    public Optional<Instant> lastSentAt(CustomerId customer, SessionId session) {
        return desk.read(tables -> tables.handed(space).lastSentAt(customer, session));
    }

    @Override
    public List<Span> sessions(CustomerId customer) {
        return desk.read(tables -> tables.handed(space).spans(customer)).stream()
                .map(span -> new Span(span.session(), span.from(), span.until(), span.live() > 0)).toList();
    }

    @Override
    public void begin(CustomerId customer, SessionId session, List<Utterance> utterances, List<Instant> sentAt, Instant begunAt) {
        var rows = new ArrayList<HandedTable.Row>();
        for (int i = 0; i < utterances.size(); i++) {
            Utterance said = utterances.get(i);
            rows.add(new HandedTable.Row(session, said.id(), said.speaker().name(), said.author(), said.at(), sentAt.get(i), begunAt,
                    Optional.of(said.text()), Stage.SENDING.name(), Optional.empty()));
        }
        write(handed -> handed.add(customer, rows));
    }

    @Override
    public void advance(CustomerId customer, SessionId session, Collection<MessageId> messages, Stage stage, Optional<String> task) {
        boolean words = stage != Stage.EXTRACTED && stage != Stage.FORGOTTEN;
        write(handed -> handed.stage(customer, session, messages, stage.name(), task, words));
    }

    @Override
    public void withdraw(CustomerId customer, SessionId session, Collection<MessageId> messages) {
        write(handed -> handed.remove(customer, session, messages));
    }

    @Override
    public void extracted(CustomerId customer, SessionId session) {
        write(handed -> handed.extracted(customer, session));
    }

    private void write(java.util.function.Consumer<HandedTable> change) {
        desk.write(tables -> {
            change.accept(tables.handed(space));
            return null;
        });
    }

    @Override
    public List<Correction> corrections(CustomerId customer) {
        return desk.read(tables -> tables.agentsWord(space).corrections(customer)).stream()
                .map(row -> new Correction(row.item(), ProfileItem.Kind.valueOf(row.kind()), row.former(), row.text(), row.evidence(), row.at()))
                .toList();
    }

    @Override
    public void correct(CustomerId customer, Correction word) {
        desk.write(tables -> {
            tables.agentsWord(space).correct(customer, new AgentsWordTable.Correction(
                    word.itemId(), word.kind().name(), word.former(), word.text(), word.evidence(), word.at()));
            return null;
        });
    }

    @Override
    public Map<String, Set<ProfileItem.Mark>> marks(CustomerId customer) {
        return desk.read(tables -> tables.agentsWord(space).remarks(customer)).stream()
                .collect(Collectors.toMap(AgentsWordTable.Remark::item, DeskOverlay::marks));
    }

    private static Set<ProfileItem.Mark> marks(AgentsWordTable.Remark remark) {
        var marks = EnumSet.noneOf(ProfileItem.Mark.class);
        if (remark.pinned()) {
            marks.add(ProfileItem.Mark.PINNED);
        }
        if (remark.disputed()) {
            marks.add(ProfileItem.Mark.DISPUTED);
        }
        return marks;
    }

    @Override
    public void mark(CustomerId customer, String itemId, Set<ProfileItem.Mark> marks) {
        desk.write(tables -> {
            tables.agentsWord(space).remark(customer, new AgentsWordTable.Remark(itemId,
                    marks.contains(ProfileItem.Mark.PINNED), marks.contains(ProfileItem.Mark.DISPUTED)));
            return null;
        });
    }

    @Override
    public List<Forgotten> forgotten(CustomerId customer) {
        return desk.read(tables -> tables.agentsWord(space).forgotten(customer)).stream()
                .map(mark -> new Forgotten(Forgotten.Kind.valueOf(mark.kind()), mark.key(), mark.detail())).toList();
    }

    @Override
    public void forget(CustomerId customer, Collection<Forgotten> marks) {
        desk.write(tables -> {
            AgentsWordTable table = tables.agentsWord(space);
            table.forget(customer, marks.stream().map(mark -> new AgentsWordTable.Mark(mark.kind().name(), mark.key(), mark.detail())).toList());
            marks.stream().filter(mark -> mark.kind() == Forgotten.Kind.ITEM).forEach(mark -> table.takeBack(customer, Optional.of(mark.key())));
            return null;
        });
    }

    @Override
    public void bury(CustomerId customer, Optional<SessionId> session) {
        desk.write(tables -> {
            tables.handed(space).bury(customer, session);
            if (session.isEmpty()) {
                tables.agentsWord(space).takeBack(customer, Optional.empty());
            }
            return null;
        });
    }

    private static Handed handed(HandedTable.Row row) {
        var said = new Utterance(row.message(), Utterance.Speaker.valueOf(row.speaker()), row.author(), row.at(), row.text().orElse(""));
        return new Handed(row.session(), said, row.sentAt(), row.begunAt(), Stage.valueOf(row.stage()), row.task());
    }
}
