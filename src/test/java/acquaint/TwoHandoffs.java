package acquaint;

import acquaint.model.Role;
import acquaint.model.Ticket;
import java.nio.file.Path;

/** Two tickets of two customers that Noor, an agent, has handed over; Vera may supervise. */
record TwoHandoffs(Ticket pole, Ticket refund) {

    static TwoHandoffs in(Path directory) throws Exception {
        try (var admin = Colleague.enter(directory, "lee.park")) {
            admin.wiring().team().members().grant("Noor", Role.AGENT);
            admin.wiring().team().members().grant("Vera", Role.SUPERVISOR);
        }
        try (var noor = Colleague.enter(directory, "noor")) {
            Ticket pole = noor.opens("Ana Ruiz", "Broken tent pole", "Hello, the tent pole of my Siskin broke.");
            Ticket refund = noor.opens("Bo Lind", "Refund for the stove", "I want my 340 euros back.");
            noor.handsOver(pole, "May she have a new tent?");
            noor.handsOver(refund, "May he have 340 euros back?");
            return new TwoHandoffs(pole, refund);
        }
    }
}
