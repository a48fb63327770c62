package acquaint.memory.local;

import java.nio.ByteBuffer;

/**
 * The meaning of a text as a point on the unit sphere, kept with 8 bits a dimension and one scale: a quarter of the size
 * of floats, and cosines that differ by less than a hundredth.
 */
record Embedding(float scale, byte[] values) {

    private static final int LEVELS = 127;
    /** Lucene's own limit (KnnVectorsFormat.DEFAULT_MAX_DIMENSIONS). */
    private static final int MOST_INDEXED = 1_024;

    /** Of a vector of any length, which is made 1. */
    static Embedding of(float[] vector) {
        double squares = 0;
        float greatest = 0;
        for (float value : vector) {
            squares += (double) value * value;
            greatest = Math.max(greatest, Math.abs(value));
        }
        double length = Math.sqrt(squares);
        if (length == 0) {
            return new Embedding(0, new byte[vector.length]);
        }
        var values = new byte[vector.length];
        for (int i = 0; i < vector.length; i++) {
            values[i] = (byte) Math.round(vector[i] / greatest * LEVELS);
        }
        return new Embedding((float) (greatest / length / LEVELS), values);
    }

    /** How many bytes a vector of so many dimensions takes. */
    static int size(int dimensions) {
        return Float.BYTES + dimensions;
    }

    static Embedding read(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        float scale = buffer.getFloat();
        var values = new byte[buffer.remaining()];
        buffer.get(values);
        return new Embedding(scale, values);
    }

    byte[] bytes() {
        return ByteBuffer.allocate(size(values.length)).putFloat(scale).put(values).array();
    }

    /** From -1 to 1; 0 where the two are of models of different sizes. */
    double cosine(Embedding other) {
        if (values.length != other.values.length) {
            return 0;
        }
        int sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * other.values[i];
        }
        return (double) sum * scale * other.scale;
    }

    /** Whether the index can hold it; longer ones are compared one by one, and one without a direction with none. */
    boolean isIndexable() {
        return scale > 0 && values.length <= MOST_INDEXED;
    }

    /** Of length 1, so that the product of two is their cosine; all 0 where this has no direction. */
    float[] floats() {
        long squares = 0;
        for (byte value : values) {
            squares += value * value;
        }
        float step = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
        var floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values[i] * step;
        }
        return floats;
    }
}
