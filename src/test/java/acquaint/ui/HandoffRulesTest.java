package acquaint.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acquaint.SignedIn;
import acquaint.casework.Permissions;
import acquaint.model.CustomerId;
import acquaint.model.Handoff;
import acquaint.model.HandoffCause;
import acquaint.model.HandoffId;
import acquaint.model.HandoffState;
import acquaint.model.Recipient;
import acquaint.model.Role;
import acquaint.model.TicketId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HandoffRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final Texts texts = new Texts(Locale.ENGLISH);

    private static Handoff handoff(HandoffState state, String reviewer) {
        return new Handoff(new HandoffId("h"), new TicketId("t"), new CustomerId("c"), "Noor", Recipient.role(Role.SUPERVISOR), HandoffCause.AGENT, "", "", Set.of(), Set.of(),
                Optional.empty(), state, Optional.ofNullable(reviewer), Optional.empty(), Optional.empty(), NOW, NOW, Optional.empty(), NOW,
                state == HandoffState.DECIDED ? Optional.of(NOW) : Optional.empty(), 1);
    }

    private Set<HandoffAction> offered(Permissions who, Handoff handoff) {
        var rules = new HandoffRules(who, texts);
        return Arrays.stream(HandoffAction.values()).filter(action -> rules.refusal(action, handoff).isEmpty()).collect(Collectors.toSet());
    }

    private String why(Permissions who, HandoffAction action, Handoff handoff) {
        return new HandoffRules(who, texts).refusal(action, handoff).orElse("");
    }

    @Test
    void whatIsNewIsAcceptedDecidedReturnedAskedAboutOrGivenOnButNobodyWaitsForTheCustomerYet() {
        assertEquals(Set.of(HandoffAction.ACCEPT, HandoffAction.DECIDE, HandoffAction.RETURN, HandoffAction.ASK, HandoffAction.WAIT_ON_INTERNAL, HandoffAction.REASSIGN,
                HandoffAction.TAKE_OVER), offered(SignedIn.as("Vera", Role.SUPERVISOR), handoff(HandoffState.NEW, null)));
    }

    @Test
    void whatAnotherHasIsOnlyGivenOnOrTakenOver() {
        Permissions vera = SignedIn.as("Vera", Role.SUPERVISOR);
        Handoff taken = handoff(HandoffState.ACCEPTED, "Lee");
        assertEquals(Set.of(HandoffAction.REASSIGN, HandoffAction.TAKE_OVER), offered(vera, taken));
        assertEquals("Lee has it. Take it over to go on with it.", why(vera, HandoffAction.DECIDE, taken));
    }

    @Test
    void nothingIsDoneToWhatIsDecided() {
        assertEquals(Set.of(), offered(SignedIn.as("Vera", Role.SUPERVISOR), handoff(HandoffState.DECIDED, "Vera")));
    }

    @Test
    void anAgentIsOfferedNothingAndToldWhichRoleItTakes() {
        Permissions noor = SignedIn.as("Noor", Role.AGENT);
        assertEquals(Set.of(), offered(noor, handoff(HandoffState.NEW, null)));
        assertEquals("This takes the role Supervisor.", why(noor, HandoffAction.ACCEPT, handoff(HandoffState.NEW, null)));
    }

    @Test
    void eachColumnIsReachedByOneActionAndWaitingByOneWithoutWords() {
        for (HandoffState column : HandoffState.values()) {
            assertEquals(column, HandoffAction.leadingTo(column).orElseThrow().leadsTo());
        }
        assertEquals(Optional.of(HandoffAction.WAIT_ON_INTERNAL), HandoffAction.leadingTo(HandoffState.WAITING_ON_INTERNAL));
        assertEquals(Optional.of(HandoffAction.ACCEPT), HandoffAction.leadingTo(HandoffState.ACCEPTED));
    }
}
