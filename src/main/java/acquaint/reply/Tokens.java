package acquaint.reply;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;

/**
 * How many tokens a text takes: exact for OpenAI's models since GPT-4o (o200k_base), an estimate for others. The first count
 * loads the table, which takes a third of a second. Safe for any thread.
 */
public final class Tokens {

    /** One for the whole program, made when it is first needed. */
    private static final class Loaded {
        private static final Encoding O200K = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    }

    private Tokens() {}

    /** The number of tokens in {@code text}. */
    public static int in(String text) {
        return Loaded.O200K.countTokensOrdinary(text);
    }

    /** The longest beginning of {@code text} that takes no more than {@code most} tokens, cut between two words where there are some. */
    static String beginning(String text, int most) {
        if (most <= 0) {
            return "";
        }
        if (in(text) <= most) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (in(text.substring(0, middle)) <= most) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        int end = low > 0 && Character.isHighSurrogate(text.charAt(low - 1)) ? low - 1 : low;
        int blank = text.lastIndexOf(' ', end);
        return text.substring(0, blank > end / 2 ? blank : end);
    }
}
