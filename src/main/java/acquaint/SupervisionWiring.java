package acquaint;

import acquaint.brief.Brief;
import acquaint.casework.Board;
import acquaint.casework.BriefNote;
import acquaint.casework.HandoffFigures;
import acquaint.casework.Handoffs;
import acquaint.casework.Incidents;
import acquaint.casework.Permissions;
import acquaint.casework.PromiseLedger;
import acquaint.casework.Replies;
import acquaint.casework.Reviews;
import acquaint.store.Desk;
import java.time.Clock;
import java.time.ZoneId;

/** What is handed over, held for a second look, promised, and gone wrong for many customers at a time: what a supervisor watches. */
final class SupervisionWiring {

    private final Desk desk;
    private final TeamWiring team;
    private final DraftWiring drafting;
    private final Handoffs handoffs;
    private final Board board;
    private final HandoffFigures figures;
    private final Reviews reviews;
    private final PromiseLedger promises;
    private final Incidents incidents;

    SupervisionWiring(OpenedDesk at, TeamWiring team, DraftWiring drafting, Replies replies) {
        desk = at.desk();
        this.team = team;
        this.drafting = drafting;
        Clock clock = at.clock();
        Permissions permissions = team.permissions();
        handoffs = handoffs(clock, permissions);
        board = new Board(desk, clock, permissions);
        figures = new HandoffFigures(desk, clock, ZoneId.systemDefault(), permissions, drafting.measures());
        reviews = new Reviews(desk, clock, permissions, team.sendRules(), drafting.replies());
        promises = new PromiseLedger(desk, clock, permissions);
        incidents = new Incidents(desk, replies, clock, permissions);
    }

    /** Handoffs by another clock, of somebody else. */
    Handoffs handoffs(Clock at, Permissions who) {
        return new Handoffs(desk, at, who, team.targets(), team.sendRules(), this::note);
    }

    private String note(Brief brief) {
        return BriefNote.of(brief, drafting.briefs()::heading);
    }

    Handoffs handoffs() {
        return handoffs;
    }

    Board board() {
        return board;
    }

    HandoffFigures figures() {
        return figures;
    }

    Reviews reviews() {
        return reviews;
    }

    PromiseLedger promises() {
        return promises;
    }

    Incidents incidents() {
        return incidents;
    }
}
