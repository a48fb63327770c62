package acquaint.reply.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Locale;
import java.util.Optional;

/**
 * The addresses of a service that speaks as OpenAI does, from whatever part of them was typed. Azure has older addresses with the deployment in
 * the path and a version in the query (Microsoft, "Azure OpenAI REST API reference"), and newer ones under {@code /openai/v1} like all others.
 */
record OpenAiUrls(ModelServer server) {

    /** The newest version of Azure's older addresses that is no preview. */
    private static final String AZURE_VERSION = "2024-10-21";
    private static final String CHAT = "/chat/completions";

    boolean azure() {
        String host = String.valueOf(server.url().getHost()).toLowerCase(Locale.ROOT);
        return host.endsWith(".openai.azure.com") || host.endsWith(".cognitiveservices.azure.com") || host.endsWith(".services.ai.azure.com")
                || path().contains("/openai/deployments/");
    }

    /** Only there all models know the newer name of the bound on an answer. */
    boolean openAi() {
        return "api.openai.com".equalsIgnoreCase(server.url().getHost());
    }

    String chat(String model) {
        if (!deployments()) {
            return base() + CHAT + query().map(words -> "?" + words).orElse("");
        }
        int named = path().indexOf("/openai/deployments/");
        String path = named >= 0 ? path() : azureRoot() + "/openai/deployments/" + URLEncoder.encode(model, UTF_8).replace("+", "%20");
        return origin() + path + CHAT + "?" + query().orElse("api-version=" + AZURE_VERSION);
    }

    String models() {
        return deployments() ? origin() + azureRoot() + "/openai/models?" + query().orElse("api-version=" + AZURE_VERSION) : base() + "/models";
    }

    /** What stands before {@code /v1}, where Ollama has paths of its own. */
    String root() {
        return base().replaceFirst("/v1$", "");
    }

    private boolean deployments() {
        return azure() && !path().endsWith("/v1");
    }

    private String azureRoot() {
        int at = path().indexOf("/openai");
        return at < 0 ? path() : path().substring(0, at);
    }

    private String base() {
        return origin() + (path().isEmpty() ? "/v1" : path());
    }

    private String origin() {
        return server.url().getScheme() + "://" + server.url().getRawAuthority();
    }

    private String path() {
        String path = Optional.ofNullable(server.url().getRawPath()).orElse("").replaceFirst("/+$", "");
        return path.endsWith(CHAT) ? path.substring(0, path.length() - CHAT.length()) : path;
    }

    private Optional<String> query() {
        return Optional.ofNullable(server.url().getRawQuery()).filter(words -> !words.isBlank());
    }
}
