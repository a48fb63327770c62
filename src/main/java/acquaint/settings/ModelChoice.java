package acquaint.settings;

import java.net.URI;

/** Which language model writes drafts. The key of a service never stands here, but among the {@link Secrets}. */
public sealed interface ModelChoice {

    /** How a service is spoken to. */
    enum Provider {
        /** As OpenAI is, which most services and servers of one's own are, too. */
        OPENAI,
        ANTHROPIC
    }

    /** None: drafts are composed from what is known. */
    record None() implements ModelChoice {}

    /** A model of a service, by the service's own name for it. */
    record Server(Provider provider, URI url, String model) implements ModelChoice {

        /** Where the services and the usual servers of one's own are (their documentation). */
        public static final URI OPENAI = URI.create("https://api.openai.com/v1");
        public static final URI ANTHROPIC = URI.create("https://api.anthropic.com");
        public static final URI OPENROUTER = URI.create("https://openrouter.ai/api/v1");
        public static final URI OLLAMA = URI.create("http://127.0.0.1:11434/v1");
        public static final URI LM_STUDIO = URI.create("http://127.0.0.1:1234/v1");
    }
}
