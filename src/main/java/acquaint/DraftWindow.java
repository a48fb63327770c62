package acquaint;

import acquaint.casework.DraftReplies;
import acquaint.ui.AcceptedSentences;
import acquaint.ui.AskMemoryController;
import acquaint.ui.BriefController;
import acquaint.ui.BriefExport;
import acquaint.ui.BriefSideController;
import acquaint.ui.BriefStripController;
import acquaint.ui.BriefWriting;
import acquaint.ui.DigestController;
import acquaint.ui.DraftActionsController;
import acquaint.ui.DraftCompareController;
import acquaint.ui.DraftController;
import acquaint.ui.DraftDiscardedController;
import acquaint.ui.DraftFates;
import acquaint.ui.DraftHeadController;
import acquaint.ui.DraftProposal;
import acquaint.ui.DraftReportController;
import acquaint.ui.EvidenceOpening;
import acquaint.ui.LessonsController;
import acquaint.ui.LikeCasesController;
import acquaint.ui.ModelSaw;
import acquaint.ui.ModelSawController;
import acquaint.ui.NoteWords;
import acquaint.ui.Recipients;
import acquaint.ui.RecurringNoticeController;
import acquaint.ui.Sheets;
import acquaint.ui.TicketDigest;
import acquaint.ui.UnsupportedQuestion;
import acquaint.ui.Views;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What of a window is written for the agent, from drafts to digests and briefs: its parts and their controllers. JavaFX thread only. */
final class DraftWindow {

    private final Wiring desk;
    private final DraftWiring drafting;
    private final DraftReplies replies;
    private final WindowBasics on;
    private final Recipients recipients;
    private final EvidenceOpening opening;
    private final Sheets sheets;
    private final Supplier<Views> views;
    private final DraftProposal proposal;
    private final UnsupportedQuestion unsupported;
    private final TicketDigest digest;
    private final BriefWriting brief;
    private final NoteWords note = new NoteWords();

    /** {@code replies} makes the drafts; {@code views} may be made later. */
    DraftWindow(Wiring desk, DraftReplies replies, WindowBasics on, Recipients recipients, EvidenceOpening opening, Sheets sheets, Supplier<Views> views) {
        this.desk = desk;
        this.replies = replies;
        this.on = on;
        this.recipients = recipients;
        this.opening = opening;
        this.sheets = sheets;
        this.views = views;
        drafting = desk.drafting();
        var accepted = new AcceptedSentences();
        proposal = new DraftProposal(replies, on.workspace(), on.background(), accepted, new DraftFates(drafting.measures(), on.background()));
        unsupported = new UnsupportedQuestion(accepted, on.dialogs(), on.texts());
        digest = new TicketDigest(drafting.digests(), on.workspace(), on.background());
        brief = new BriefWriting(drafting.briefs(), this::hasModel, desk.supervision().handoffs(), recipients, on.workspace(), on.background(), on.writing());
    }

    private boolean hasModel() {
        return drafting.models().model().isPresent();
    }

    DraftProposal proposal() {
        return proposal;
    }

    UnsupportedQuestion unsupported() {
        return unsupported;
    }

    TicketDigest digest() {
        return digest;
    }

    BriefWriting brief() {
        return brief;
    }

    NoteWords note() {
        return note;
    }

    Map<Class<?>, Supplier<?>> controllers() {
        var map = new HashMap<Class<?>, Supplier<?>>();
        map.put(DraftController.class, () -> new DraftController(proposal, opening, on.keys(), on.texts(), on.times()));
        map.put(DraftHeadController.class, () -> new DraftHeadController(proposal, new ModelSaw(views.get(), on.dialogs(), on.texts()), on.texts()));
        map.put(DraftDiscardedController.class, () -> new DraftDiscardedController(proposal));
        map.put(DraftActionsController.class, () -> new DraftActionsController(proposal, on.dialogs(), on.notices(), on.keys(), on.texts()));
        map.put(DraftCompareController.class, () -> new DraftCompareController(proposal, replies, on.background(), on.texts()));
        map.put(DraftReportController.class, () -> new DraftReportController(drafting.measures(), on.background(), on.texts(), desk.clock()));
        map.put(LessonsController.class, () -> new LessonsController(drafting.lessons(), on.background(), on.texts(), on.times()));
        map.put(ModelSawController.class, () -> new ModelSawController(drafting.ledger(), on.background(), on.texts(), on.times()));
        map.put(DigestController.class, () -> new DigestController(digest, on.background(), on.texts(), on.times()));
        map.put(AskMemoryController.class, () -> new AskMemoryController(drafting.digests(), on.workspace(), on.background(), on.keys(), on.texts(), on.times()));
        map.put(RecurringNoticeController.class, () -> new RecurringNoticeController(drafting.recurring(), on.workspace(), on.background(), on.texts(), on.times()));
        map.put(LikeCasesController.class, () -> new LikeCasesController(drafting.likeCases(), note, on.workspace(), on.background(), on.texts(), on.times()));
        map.put(BriefController.class, () -> new BriefController(brief, opening, new BriefExport(drafting.briefs(), on.background(), on.dialogs(), on.notices(), on.texts()), recipients, sheets, on.dialogs(),
                on.notices(), on.background(), on.keys(), on.texts(), on.times()));
        map.put(BriefSideController.class, () -> new BriefSideController(brief, recipients, desk.team().targets(), on.workspace(), on.dialogs(), on.texts(), on.times()));
        map.put(BriefStripController.class, () -> new BriefStripController(brief, sheets, on.texts()));
        return map;
    }
}
