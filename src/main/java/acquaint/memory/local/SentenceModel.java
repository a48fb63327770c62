package acquaint.memory.local;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;

/**
 * The sentence model that comes with the program: bge-small-en-v1.5 of the Beijing Academy of Artificial Intelligence, 384
 * dimensions, quantised to 8 bits; it knows English. Making one loads it, which takes most of a second and some 200 MB.
 */
public final class SentenceModel implements Embeddings {

    private static final String SPACE = "bge-small-en-v1.5-q";
    /**
     * Cosines of this model lie in a narrow band: on the LoCoMo development questions, a turn that holds the answer has 0.61
     * or more in three of four cases, a turn taken at random 0.57 or less in three of four.
     */
    private static final Closeness CLOSENESS = new Closeness(0.5, 0.9, 0.6);
    /** A text's first pages say what it is about; what is longer costs time in proportion. */
    private static final int LENGTH = 2_000;

    /** One for the whole program, made when it is first needed. */
    private static final class Loaded extends AbstractInProcessEmbeddingModel {

        private static final EmbeddingModel MODEL = new Loaded();

        private final OnnxBertBiEncoder encoder;

        private Loaded() {
            super(Runnable::run);
            try (var arena = Arena.ofConfined(); InputStream words = resource("-tokenizer.json");
                    var options = new OrtSession.SessionOptions()) {
                // A question is too short to be worth dividing: threads that wait for each other take the processor from whoever has work.
                options.setIntraOpNumThreads(1);
                var environment = OrtEnvironment.getEnvironment();
                encoder = new OnnxBertBiEncoder(environment, environment.createSession(network(arena), options), words, PoolingMode.CLS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (OrtException e) {
                throw new IllegalStateException("the sentence model cannot be loaded", e);
            }
        }

        /** Outside of the heap, which would stay larger by twice the network's 24 MB, and only as long as {@code arena} is open: a session has a copy of its own. */
        private static ByteBuffer network(Arena arena) throws IOException {
            URLConnection source = SentenceModel.class.getResource("/" + SPACE + ".onnx").openConnection();
            try (var from = Channels.newChannel(source.getInputStream())) {
                ByteBuffer bytes = arena.allocate(source.getContentLengthLong()).asByteBuffer();
                while (bytes.hasRemaining()) {
                    if (from.read(bytes) < 0) {
                        throw new EOFException("the sentence model ends early");
                    }
                }
                return bytes.flip();
            }
        }

        private static InputStream resource(String ending) {
            return SentenceModel.class.getResourceAsStream("/" + SPACE + ending);
        }

        @Override
        protected OnnxBertBiEncoder model() {
            return encoder;
        }
    }

    private final EmbeddingModel model = Loaded.MODEL;

    @Override
    public String space() {
        return SPACE;
    }

    @Override
    public Closeness closeness() {
        return CLOSENESS;
    }

    @Override
    public boolean knows(Language language) {
        return language == Language.ENGLISH;
    }

    @Override
    public List<float[]> of(List<String> texts) throws InterruptedException {
        var vectors = new ArrayList<float[]>(texts.size());
        for (String text : texts) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            String head = text.length() > LENGTH ? text.substring(0, LENGTH) : text;
            vectors.add(model.embed(TextSegment.from(head.isBlank() ? "-" : head)).content().vector());
        }
        return vectors;
    }

    @Override
    public void close() {
        // The model is freed with the program.
    }
}
