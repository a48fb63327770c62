package acquaint.reply.provider;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import okio.BufferedSource;

/** Receives an answer on a thread of the client's, and hands over what came on the caller's, in the order it came. */
final class Receiving implements Callback {

    /** Something that came. */
    sealed interface Came {}

    /** The type is in lower case. */
    record Head(int status, String type, Optional<String> retryAfter) implements Came {}

    record Some(byte[] bytes) implements Came {}

    record End() implements Came {}

    record Broken(Exception why) implements Came {}

    private final BlockingQueue<Came> came = new LinkedBlockingQueue<>();

    /** The next that came; empty where nothing comes for so long. */
    Optional<Came> next(Duration limit) throws InterruptedException {
        return Optional.ofNullable(came.poll(limit.toNanos(), TimeUnit.NANOSECONDS));
    }

    @Override
    public void onFailure(Call failed, IOException e) {
        came.add(new Broken(e));
    }

    @Override
    public void onResponse(Call answered, Response response) {
        try (response) {
            String type = Optional.ofNullable(response.header("Content-Type")).orElse("").toLowerCase(Locale.ROOT);
            came.add(new Head(response.code(), type, Optional.ofNullable(response.header("Retry-After"))));
            BufferedSource source = response.body().source();
            while (source.request(1)) {
                came.add(new Some(source.readByteArray(source.getBuffer().size())));
            }
            came.add(new End());
        } catch (IOException | RuntimeException e) {
            came.add(new Broken(e));
        }
    }
}
