package acquaint.channel;

/** Takes replies out of the desk. Blocking; an interrupt during a delivery leaves open whether the reply left. */
public interface Channel {

    /** Hands the reply over. On return the channel has taken it; the reply's id is the same at every attempt. */
    void deliver(OutgoingReply reply) throws ChannelException, InterruptedException;
}
