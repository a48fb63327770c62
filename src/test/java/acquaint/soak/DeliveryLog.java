package acquaint.soak;

import acquaint.channel.Channel;
import acquaint.channel.ChannelException;
import acquaint.channel.OutgoingReply;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;

/**
 * The outside world: a channel that writes down each hand-over when it begins and when it ends, and takes a moment between.
 * It knows no Message-ID from before, so a reply that is handed over twice stands in it twice. Now and then it is away.
 */
final class DeliveryLog implements Channel {

    /** A hand-over that began, or ended. */
    record Entry(boolean ended, String id, String ticket, String address, String text) {}

    private static final int LONGEST_MILLIS = 150;
    private static final double AWAY = 0.04;

    private final Path file;
    private final Random random;

    DeliveryLog(Path file, Random random) {
        this.file = file;
        this.random = random;
    }

    @Override
    public void deliver(OutgoingReply reply) throws ChannelException, InterruptedException {
        if (random.nextDouble() < AWAY) {
            throw new ChannelException("away for a moment", true);
        }
        append("begin", reply);
        Thread.sleep(random.nextInt(LONGEST_MILLIS));
        append("end", reply);
    }

    private synchronized void append(String what, OutgoingReply reply) throws ChannelException {
        String line = String.join("\t", what, reply.id().value(), reply.ticket().value(),
                reply.recipientAddress().orElse(""), reply.text().replace('\n', ' ')) + "\n";
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        } catch (IOException e) {
            throw new ChannelException("the delivery log cannot be written", false, e);
        }
    }

    static List<Entry> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        return Files.readAllLines(file).stream()
                .map(line -> line.split("\t", -1))
                .map(part -> new Entry(part[0].equals("end"), part[1], part[2], part[3], part[4]))
                .toList();
    }
}
