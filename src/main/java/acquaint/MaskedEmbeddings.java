package acquaint;

import acquaint.memory.MemoryException;
import acquaint.memory.local.Backoff;
import acquaint.memory.local.Closeness;
import acquaint.memory.local.Embeddings;
import acquaint.memory.local.Language;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** A server of embeddings is a model, too: what it is asked about passes a filter first. */
record MaskedEmbeddings(Embeddings server, UnaryOperator<String> filter) implements Embeddings {

    @Override
    public String space() {
        return server.space();
    }

    @Override
    public Closeness closeness() {
        return server.closeness();
    }

    @Override
    public boolean knows(Language language) {
        return server.knows(language);
    }

    @Override
    public int portion() {
        return server.portion();
    }

    @Override
    public Duration patience() {
        return server.patience();
    }

    @Override
    public Backoff backoff() {
        return server.backoff();
    }

    @Override
    public List<float[]> of(List<String> texts) throws MemoryException, InterruptedException {
        return server.of(texts.stream().map(filter).toList());
    }

    @Override
    public void close() {
        server.close();
    }
}
