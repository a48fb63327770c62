package acquaint.casework;

import acquaint.channel.Channel;
import acquaint.channel.ChannelException;
import acquaint.outbox.Handler;
import acquaint.store.Effect;
import java.util.List;

/** Hands replies to the channel as they were when Send was pressed. */
public final class Delivery implements Handler {

    private final Channel channel;

    public Delivery(Channel channel) {
        this.channel = channel;
    }

    @Override
    public Outcome carryOut(List<Effect> effects) throws Retryable, Rejected, InterruptedException {
        try {
            for (Effect effect : effects) {
                channel.deliver(Envelope.read(effect.payload()));
            }
            return Outcome.DONE;
        } catch (ChannelException e) {
            if (e.retryable()) {
                throw new Retryable(e);
            }
            throw new Rejected(e);
        }
    }
}
