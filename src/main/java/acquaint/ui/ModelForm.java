package acquaint.ui;

import acquaint.settings.MemoryChoice;
import acquaint.settings.ModelChoice;
import java.net.URI;
import java.util.Optional;

/** What is entered in the form for a language model, as far as it can be used. Immutable. */
record ModelForm(ModelService service, String address, String key, String model) {

    ModelForm {
        address = address.strip().replaceFirst("/+$", "");
        key = key.strip();
        model = model == null ? "" : model.strip();
    }

    /** What is wrong with the address. A query is part of Azure's. */
    Optional<MemoryChoice.BadUrl> problem() {
        return service == ModelService.NONE ? Optional.empty() : MemoryChoice.problem(address.replaceFirst("\\?.*$", ""));
    }

    /** Where the service is, if that is an address. */
    Optional<URI> url() {
        return service == ModelService.NONE || problem().isPresent() ? Optional.empty() : Optional.of(URI.create(address));
    }

    Optional<String> newKey() {
        return Optional.of(key).filter(words -> !words.isEmpty());
    }

    Optional<ModelChoice.Server> server() {
        return model.isEmpty() ? Optional.empty() : url().map(url -> new ModelChoice.Server(service.provider(), url, model));
    }

    Optional<ModelChoice> choice() {
        return service == ModelService.NONE ? Optional.of(new ModelChoice.None()) : server().map(server -> server);
    }
}
