package acquaint.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class TokenFeedTest {

    private final List<String> shown = new ArrayList<>();

    @Test
    void aFloodOfTokensArrivesWholeAndInOrderAtMostOnceAPulse() throws Exception {
        var pulses = new AtomicInteger();
        var counter = FxThread.get(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulses.incrementAndGet();
            }
        });
        TokenFeed feed = FxThread.get(() -> new TokenFeed(shown::add));
        FxThread.run(counter::start);
        var expected = new StringBuilder();
        Thread reader = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 20_000; i++) {
                expected.append(i).append(' ');
                feed.add(i + " ");
            }
        });
        reader.join();
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> FxThread.get(() -> String.join("", shown).length() == expected.length()));
        FxThread.run(() -> {
            counter.stop();
            assertEquals(expected.toString(), String.join("", shown));
            assertTrue(shown.size() <= pulses.get() + 1, shown.size() + " times in " + pulses + " pulses");
        });
    }

    @Test
    void whatIsGatheredIsShownAtOnceWhenAskedAndNotAgain() {
        FxThread.run(() -> {
            var feed = new TokenFeed(shown::add);
            feed.add("Hel");
            feed.add("lo");
            feed.flush();
            assertEquals(List.of("Hello"), shown);
        });
        FxThread.settle();
        FxThread.run(() -> assertEquals(List.of("Hello"), shown));
    }

    @Test
    void aClosedFeedShowsNothingMore() throws Exception {
        TokenFeed feed = FxThread.get(() -> new TokenFeed(shown::add));
        feed.add("too late");
        FxThread.run(feed::close);
        feed.add("later still");
        var twoPulses = new CountDownLatch(2);
        FxThread.run(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                twoPulses.countDown();
                if (twoPulses.getCount() == 0) {
                    stop();
                }
            }
        }.start());
        assertTrue(twoPulses.await(5, TimeUnit.SECONDS));
        FxThread.settle();
        Platform.requestNextPulse();
        FxThread.run(() -> assertEquals(List.of(), shown));
    }
}
