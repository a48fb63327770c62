package acquaint.reply;

import acquaint.privacy.Masking;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses what fits: first what the customer is waiting for an answer to, then a share each for what is known and for earlier tickets, then the conversation
 * backwards, then whatever there is still room for.
 */
final class Budget {

    /** Of the room that the record and the waiting messages leave. What one section does not need, the next ones have. */
    private static final double FOR_PROFILE = 0.2;
    private static final double FOR_HISTORY = 0.35;
    /** A waiting message may take this much of the whole room, however long it is. */
    private static final double FOR_ONE_MESSAGE = 0.4;

    /** What fits, in the order of the prompt: the conversation oldest first. */
    record Chosen(List<Piece> record, List<Piece> profile, List<Piece> history, List<Piece> conversation, DraftReply.LeftOut leftOut) {}

    private final Material material;
    private final Masking masking;
    private final Set<Piece> chosen = new HashSet<>();
    private int left;

    /** {@code room} is in tokens; {@code waiting} of the conversation's newest pieces are what is to be answered. */
    private Budget(Material material, int room, Masking masking) {
        this.material = material;
        this.masking = masking;
        left = room;
    }

    static Chosen choose(Material material, int waiting, int room, Masking masking) {
        return new Budget(material, room, masking).choose(waiting, (int) (room * FOR_ONE_MESSAGE));
    }

    private Chosen choose(int waiting, int most) {
        List<Piece> conversation = new ArrayList<>(material.conversation());
        for (int i = 0; i < Math.min(Math.max(waiting, 1), conversation.size()); i++) {
            conversation.set(i, Material.cut(conversation.get(i), most, masking));
        }
        take(material.record(), left);
        take(conversation.subList(0, Math.min(Math.max(waiting, 1), conversation.size())), left);
        int room = left;
        take(material.profile(), (int) (room * FOR_PROFILE));
        take(material.history(), (int) (room * FOR_HISTORY));
        take(conversation, left);
        take(material.profile(), left);
        take(material.history(), left);
        List<Piece> history = kept(material.history());
        return new Chosen(kept(material.record()), kept(material.profile()), history, kept(conversation).reversed(), new DraftReply.LeftOut(
                conversation.size() - kept(conversation).size(), material.profile().size() - kept(material.profile()).size(),
                missing(history, Piece.Section.EPISODE), missing(history, Piece.Section.PASSAGE), material.sensitive()));
    }

    /** Down the list until the first that does not fit, so that nothing less important is there while something more important is not. */
    private void take(List<Piece> pieces, int most) {
        int room = Math.min(most, left);
        for (Piece piece : pieces) {
            if (chosen.contains(piece)) {
                continue;
            }
            if (piece.tokens() > room) {
                return;
            }
            chosen.add(piece);
            room -= piece.tokens();
            left -= piece.tokens();
        }
    }

    private List<Piece> kept(List<Piece> pieces) {
        return pieces.stream().filter(chosen::contains).toList();
    }

    private int missing(List<Piece> kept, Piece.Section section) {
        long all = material.history().stream().filter(piece -> piece.section() == section).count();
        return (int) (all - kept.stream().filter(piece -> piece.section() == section).count());
    }
}
