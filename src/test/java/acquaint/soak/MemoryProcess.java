package acquaint.soak;

import acquaint.memory.Forgetting;
import acquaint.memory.ProfileItem;
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
 * The child of {@link MemoryKillTest}: remembers, flushes, corrects, pins, forgets and copies until it is killed, and says of each thing when it
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

    /** What an agent says it is instead. */
    static String correction(int thing) {
        return "corrected." + canary(thing) + "@example.org";
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
                switch (random.nextInt(9)) {
                    case 0, 1, 2, 3 -> forget(memory, random.nextInt(10), living.get(random.nextInt(living.size())), living);
                    case 4 -> change(memory, true, living.get(random.nextInt(living.size())));
                    case 5 -> change(memory, false, living.get(random.nextInt(living.size())));
                    case 6 -> {
                        memory.backUp(LocalDate.of(2026, 1, 1).plusDays(day % 300));
                        say("copied", thing);
                    }
                    default -> { }
                }
            }
        }
    }

    private static ProfileItem item(LocalMemory memory, int thing) throws Exception {
        return memory.profile(customer(thing)).stream().filter(item -> item.session().equals(Optional.of(session(thing)))).findFirst().orElseThrow();
    }

    /** An agent's word on an item. */
    private static void change(LocalMemory memory, boolean correct, int thing) throws Exception {
        String id = item(memory, thing).id();
        say(correct ? "correct" : "pin", thing);
        if (correct) {
            memory.correct(customer(thing), id, correction(thing));
        } else {
            memory.mark(customer(thing), id, ProfileItem.Mark.PINNED, true);
        }
        say(correct ? "corrected" : "pinned", thing);
    }

    private static void forget(LocalMemory memory, int how, int thing, List<Integer> living) throws Exception {
        CustomerId customer = customer(thing);
        switch (how) {
            case 0, 1, 2 -> {
                say("forget-session", thing);
                memory.forget(new Forgetting.Session(customer, session(thing)));
                living.remove((Integer) thing);
            }
            case 3, 4, 5 -> {
                String id = item(memory, thing).id();
                say("forget-item", thing);
                memory.forget(new Forgetting.Item(customer, id));
                living.remove((Integer) thing);
            }
            case 6, 7, 8 -> {
                String id = memory.episodes(customer, 0, 10_000).stream().filter(episode -> episode.session().equals(session(thing))).findFirst().orElseThrow().id();
                say("forget-session", thing);
                memory.forget(new Forgetting.Part(customer, id));
                living.remove((Integer) thing);
            }
            default -> {
                say("forget-customer", thing);
                memory.forget(new Forgetting.Everything(customer));
                living.removeIf(one -> customer(one).equals(customer));
                say("customer-forgotten", thing);
                return;
            }
        }
        say("forgotten", thing);
    }

    private static void say(String what, int thing) {
        System.out.println(what + " " + thing);
        System.out.flush();
    }
}
