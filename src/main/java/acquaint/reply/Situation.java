package acquaint.reply;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** All that was read out of a request, for the parts of a draft to be written from. */
record Situation(
        DraftRequest request, Dialogue dialogue, Lexicon lexicon, Topics topics, References references, Matter matter, Turn turn,
        FormOfAddress address, Preferences preferences, ZoneId zone) {

    static Situation of(DraftRequest request, Dialogue dialogue, Lexicon lexicon, ZoneId zone) {
        Topics topics = new Topics(lexicon);
        References references = new References(lexicon);
        Matter matter = new MatterReader(lexicon, topics, references).read(dialogue, request.ticket());
        Turn turn = new TurnReader(lexicon, references, topics).read(dialogue, matter);
        var profile = request.recall().profile();
        return new Situation(request, dialogue, lexicon, topics, references, matter, turn,
                FormOfAddress.of(request.customer(), profile, dialogue, lexicon), new Preferences(lexicon, profile, dialogue), zone);
    }

    boolean running() {
        return dialogue.running(zone);
    }

    /** ", Ana" in a running chat, where no greeting stands above. */
    String call() {
        return running() ? address.name().map(n -> lexicon.say("call", "name", n)).orElse("") : "";
    }

    /** The day as people write it, with the year where it is not the conversation's own. */
    String date(Instant at) {
        ZonedDateTime day = at.atZone(zone);
        Instant now = dialogue.last().map(m -> m.at()).orElse(request.ticket().updatedAt());
        String form = day.getYear() == now.atZone(zone).getYear() ? "date.thisyear" : "date.otheryear";
        return DateTimeFormatter.ofPattern(lexicon.say(form), lexicon.language().locale()).format(day);
    }

    Optional<String> topic() {
        return matter.topic();
    }
}
