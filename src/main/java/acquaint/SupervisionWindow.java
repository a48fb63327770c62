package acquaint;

import acquaint.casework.Permissions;
import acquaint.ui.AlarmController;
import acquaint.ui.AskedWords;
import acquaint.ui.BoardController;
import acquaint.ui.BoardWatch;
import acquaint.ui.EvidenceOpening;
import acquaint.ui.FiguresController;
import acquaint.ui.HandoffActions;
import acquaint.ui.HandoffController;
import acquaint.ui.HandoffOutcomesController;
import acquaint.ui.HandoffStripController;
import acquaint.ui.HandoffWords;
import acquaint.ui.HeldRepliesController;
import acquaint.ui.HeldReplyController;
import acquaint.ui.HeldStripController;
import acquaint.ui.IncidentController;
import acquaint.ui.IncidentUpdateController;
import acquaint.ui.OpenHandoff;
import acquaint.ui.PromiseActions;
import acquaint.ui.PromiseWatch;
import acquaint.ui.PromisesController;
import acquaint.ui.RadarController;
import acquaint.ui.RadarWatch;
import acquaint.ui.Recipients;
import acquaint.ui.ReviewActions;
import acquaint.ui.SentReplies;
import acquaint.ui.TicketPromisesController;
import acquaint.ui.Views;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What of a window shows and does what is handed over, held, promised and gone wrong for many: its parts and their controllers. JavaFX thread only. */
final class SupervisionWindow {

    private final Wiring desk;
    private final SupervisionWiring supervision;
    private final WindowBasics on;
    private final Recipients recipients;
    private final EvidenceOpening opening;
    private final SentReplies sent;
    private final Supplier<Views> views;
    private final BoardWatch watch;
    private final OpenHandoff openHandoff;
    private final HandoffWords handoffWords;
    private final AskedWords asked;
    private final ReviewActions reviewActions;
    private final HandoffActions handoffActions;
    private final PromiseActions promises;
    private final RadarWatch radarWatch;
    private final PromiseWatch promiseWatch;

    /** {@code views} may be made later. */
    SupervisionWindow(Wiring desk, WindowBasics on, Recipients recipients, EvidenceOpening opening, SentReplies sent, Supplier<Views> views) {
        this.desk = desk;
        this.on = on;
        this.recipients = recipients;
        this.opening = opening;
        this.sent = sent;
        this.views = views;
        supervision = desk.supervision();
        Permissions permissions = desk.team().permissions();
        watch = new BoardWatch(supervision.board(), supervision.reviews(), permissions, on.places(), on.changes(), on.background());
        openHandoff = new OpenHandoff(supervision.handoffs(), on.background());
        handoffWords = new HandoffWords(recipients, on.texts(), on.times());
        asked = new AskedWords(desk.drafts(), on.aside(), on.writing(), on.dialogs(), on.background());
        reviewActions = new ReviewActions(supervision.reviews(), on.aside(), on.writing(), asked, on.notices(), on.background(), on.texts());
        handoffActions = new HandoffActions(supervision.handoffs(), permissions, recipients, openHandoff, on.dialogs(), asked, on.background(), on.texts());
        promises = new PromiseActions(supervision.promises(), on.background(), on.dialogs(), on.notices(), on.texts(), on.times());
        radarWatch = new RadarWatch(supervision.incidents(), on.places(), on.background(), on.notices());
        promiseWatch = new PromiseWatch(supervision.promises(), on.places(), on.changes(), on.background(), on.times(), desk.agent());
    }

    BoardWatch watch() {
        return watch;
    }

    PromiseWatch promiseWatch() {
        return promiseWatch;
    }

    RadarWatch radarWatch() {
        return radarWatch;
    }

    OpenHandoff openHandoff() {
        return openHandoff;
    }

    Map<Class<?>, Supplier<?>> controllers() {
        var map = new HashMap<Class<?>, Supplier<?>>();
        map.put(BoardController.class, () ->
                new BoardController(supervision.board(), watch, openHandoff, handoffActions, on.places(), on.background(), on.keys(), on.texts(), on.times(), handoffWords));
        map.put(HandoffController.class, () ->
                new HandoffController(openHandoff, handoffActions, opening, on.places(), on.keys(), on.texts(), on.times(), handoffWords));
        map.put(HandoffStripController.class, () ->
                new HandoffStripController(supervision.handoffs(), desk.drafts(), on.aside(), desk.team().permissions(), on.workspace(), asked, on.background(), on.texts(), handoffWords));
        map.put(HeldStripController.class, () ->
                new HeldStripController(supervision.reviews(), desk.drafts(), desk.team().permissions(), on.workspace(), sent, on.background(), on.texts()));
        map.put(FiguresController.class, () ->
                new FiguresController(supervision.figures(), desk.team().permissions(), on.places(), on.background(), on.texts(), on.times(), desk.clock()));
        map.put(HeldRepliesController.class, () -> new HeldRepliesController(watch, on.texts(), on.times()));
        map.put(HeldReplyController.class, () ->
                new HeldReplyController(supervision.reviews(), reviewActions, desk.team().permissions(), opening, on.places(), on.notices(), on.background(), on.texts(), on.times()));
        map.put(HandoffOutcomesController.class, () ->
                new HandoffOutcomesController(supervision.handoffs(), recipients, on.workspace(), on.changes(), on.background(), on.texts(), on.times()));
        map.put(TicketPromisesController.class, () ->
                new TicketPromisesController(supervision.promises(), promises, on.workspace(), opening, on.changes(), on.background(), on.texts(), on.times()));
        map.put(PromisesController.class, () ->
                new PromisesController(supervision.promises(), promises, opening, on.places(), on.changes(), on.background(), on.keys(), on.texts(), on.times(), desk.agent()));
        map.put(RadarController.class, () -> new RadarController(supervision.incidents(), radarWatch, on.background(), on.texts(), on.times()));
        map.put(AlarmController.class, () ->
                new AlarmController(supervision.incidents(), desk.ticketLines(), desk.team().permissions(), on.places(), on.background(), on.dialogs(), on.notices(), on.texts(), on.times()));
        map.put(IncidentController.class, () -> new IncidentController(
                supervision.incidents(), desk.ticketLines(), desk.team().permissions(), on.places(), views.get(), on.background(), on.dialogs(), on.notices(), desk.clock(), on.texts(), on.times()));
        map.put(IncidentUpdateController.class, () ->
                new IncidentUpdateController(supervision.incidents(), on.aside(), on.writing(), on.background(), on.dialogs(), on.texts(), on.times()));
        return map;
    }
}
