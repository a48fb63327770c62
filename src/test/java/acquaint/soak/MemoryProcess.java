package acquaint.soak;

import acquaint.memory.Forgetting;
import acquaint.memory.Utterance;
import acquaint.memory.local.LocalMemory;
import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The child of {@link MemoryKillTest}: remembers, flushes, forgets and copies until it is killed, and says of each thing when it
 * begins and when the memory has acknowledged it. What it does follows from the number of the life; each text holds a word of its own.
 */
final class MemoryProcess {

    private static final int CUSTOMERS = 4;
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private MemoryProcess() {}

    static CustomerId customer(int thing) {
        return new CustomerId("customer" + thing % CUSTOMERS);
    }

    static SessionId session(int thing) {
        return new SessionId("ticket_" + thing);
    }

    /** Stands in one session's texts and nowhere else. */
    static String canary(int thing) {
        return "canary" + thing + "x";
    }

    /** An address that becomes an item of the profile. */
    static String address(int thing) {
        return canary(thing) + "@example.org";
    }

    static List<Utterance> said(int thing) {
        var said = new ArrayList<Utterance>();
        for (int i = 0; i < 3; i++) {
            said.add(new Utterance(new MessageId("m" + thing + "-" + i), i == 1 ? Utterance.Speaker.AGENT : Utterance.Speaker.CUSTOMER, i == 1 ? "Lee" : "Ana",
                    START.plusSeconds(60L * thing + i), i == 0 ? "My kettle " + canary(thing) + " leaks." : i == 1 ? "A new one has been sent." : "My e-mail address is " + address(thing) + "."));
        }
        return said;
    }

    public static void main(String[] arguments) throws Exception {
        var random = new Random(Long.parseLong(arguments[1]));
        int thing = Integer.parseInt(arguments[2]);
        var living = new ArrayList<Integer>();
        try (LocalMemory memory = LocalMemory.open(Path.of(arguments[0]), Optional.empty())) {
            for (int day = 1; ; day++) {
                thing++;
                say("remember", thing);
                memory.remember(customer(thing), session(thing), said(thing));
                say("remembered", thing);
                memory.flush(customer(thing), session(thing));
                say("flushed", thing);
                living.add(thing);
                int dice = random.nextInt(6);
                if (dice < 3) {
                    forget(memory, dice, living.remove(random.nextInt(living.size())));
                } else if (dice == 3) {
                    memory.backUp(LocalDate.of(2026, 1, 1).plusDays(day % 300));
                    say("copied", thing);
                }
            }
        }
    }

    private static void forget(LocalMemory memory, int how, int thing) throws Exception {
        CustomerId customer = customer(thing);
        switch (how) {
            case 0 -> {
                say("forget-session", thing);
                memory.forget(new Forgetting.Session(customer, session(thing)));
            }
            case 1 -> {
                String id = memory.profile(customer).stream().filter(item -> item.text().equals(address(thing))).findFirst().orElseThrow().id();
                say("forget-item", thing);
                memory.forget(new Forgetting.Item(customer, id));
            }
            default -> {
                String id = memory.episodes(customer, 0, 10_000).stream().filter(episode -> episode.session().equals(session(thing))).findFirst().orElseThrow().id();
                say("forget-session", thing);
                memory.forget(new Forgetting.Part(customer, id));
            }
        }
        say("forgotten", thing);
    }

    private static void say(String what, int thing) {
        System.out.println(what + " " + thing);
        System.out.flush();
    }
}
