package acquaint.channel;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/**
 * The channel of a desk without a mailbox: each reply becomes a mail file in a folder, whole or not at all. The file is named
 * after the reply, so that delivering it again makes no second one. May be called from any thread.
 */
public final class OutgoingFolder implements Channel {

    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_-]+");
    private static final int LONGEST_TICKET = 40;

    private final Path folder;

    public OutgoingFolder(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    @Override
    public void deliver(OutgoingReply reply) throws ChannelException, InterruptedException {
        byte[] mail = MailText.of(reply);
        try {
            write(folder.resolve(name(reply)), mail);
        } catch (ClosedByInterruptException | InterruptedIOException e) {
            throw (InterruptedException) new InterruptedException("delivery was cancelled").initCause(e);
        } catch (IOException e) {
            throw new ChannelException("the outgoing folder cannot be written", true, e);
        }
    }

    /** The ticket is for people who look into the folder; the id alone makes the name unique. */
    private static String name(OutgoingReply reply) {
        String ticket = UNSAFE.matcher(reply.ticket().value()).replaceAll("_");
        return ticket.substring(0, Math.min(LONGEST_TICKET, ticket.length())) + '.' + MailName.of(reply.id()) + ".eml";
    }

    private void write(Path file, byte[] mail) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, ".reply", ".tmp");
        try {
            try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(mail);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            syncFolder();
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Makes the new name survive a power failure. Windows keeps names by itself and does not open folders. */
    private void syncFolder() throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
