package acquaint;

import acquaint.casework.LanguageModels;
import acquaint.privacy.Ledger;
import acquaint.privacy.Recipient;
import acquaint.reply.Answer;
import acquaint.reply.LanguageModel;
import acquaint.reply.ModelException;
import acquaint.reply.Prompt;
import acquaint.reply.provider.AnthropicModel;
import acquaint.reply.provider.ContextSize;
import acquaint.reply.provider.ModelHttp;
import acquaint.reply.provider.ModelList;
import acquaint.reply.provider.ModelServer;
import acquaint.reply.provider.OfferedModel;
import acquaint.reply.provider.Ollama;
import acquaint.reply.provider.OpenAiModel;
import acquaint.settings.ModelChoice;
import acquaint.settings.ModelChoice.Provider;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Builds language models: which classes stand behind a choice is known here and nowhere else. */
final class ModelWorkshop implements LanguageModels.Workshop, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ModelWorkshop.class.getName());

    private final ModelHttp http;

    ModelWorkshop(Ledger ledger) {
        http = new ModelHttp(ledger);
    }

    @Override
    public LanguageModel open(ModelChoice.Server server, LanguageModels.Key key) {
        return new Served(server, key);
    }

    @Override
    public List<OfferedModel> offered(Provider provider, URI url, Optional<String> key) throws ModelException, InterruptedException {
        var list = new ModelList(http);
        var server = new ModelServer(url, key);
        return provider == Provider.ANTHROPIC ? list.anthropic(server) : list.openAi(server);
    }

    @Override
    public Optional<List<String>> ollama() throws InterruptedException {
        return new Ollama(http).models();
    }

    @Override
    public void close() {
        http.close();
    }

    /** A model whose key is read, and whose room is asked for, when it is needed first. */
    private final class Served implements LanguageModel {

        private final ModelChoice.Server choice;
        private final LanguageModels.Key key;
        private LanguageModel opened;

        Served(ModelChoice.Server choice, LanguageModels.Key key) {
            this.choice = choice;
            this.key = key;
        }

        @Override
        public Recipient recipient() {
            return new Recipient(choice.provider() == Provider.ANTHROPIC ? "anthropic" : "openai", choice.url(), choice.model());
        }

        @Override
        public int contextTokens() {
            try {
                return opened().contextTokens();
            } catch (ModelException e) {
                return ContextSize.SAFE; // The same trouble meets the question itself, and is told there.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return ContextSize.SAFE;
            }
        }

        @Override
        public Answer answer(Prompt prompt, Consumer<String> pieces) throws ModelException, InterruptedException {
            return opened().answer(prompt, pieces);
        }

        private synchronized LanguageModel opened() throws ModelException, InterruptedException {
            if (opened == null) {
                var server = new ModelServer(choice.url(), key());
                opened = choice.provider() == Provider.ANTHROPIC
                        ? new AnthropicModel(http, server, choice.model(), room(server, ContextSize.ANTHROPIC))
                        : new OpenAiModel(http, server, choice.model(), room(server, ContextSize.SAFE));
            }
            return opened;
        }

        private Optional<String> key() throws ModelException {
            try {
                return key.read();
            } catch (IOException e) {
                throw new ModelException(ModelException.Kind.BAD_KEY, "the key cannot be read: " + e.getMessage(), e);
            }
        }

        /** A service that will not list its models may answer all the same. */
        private int room(ModelServer server, int otherwise) throws InterruptedException {
            var size = new ContextSize(http);
            try {
                return choice.provider() == Provider.ANTHROPIC ? size.anthropic(server, choice.model()) : size.openAi(server, choice.model());
            } catch (ModelException e) {
                LOG.log(Level.INFO, "{0} does not tell how much its model can take: {1}", choice.url().getHost(), e.kind());
                return otherwise;
            }
        }
    }
}
