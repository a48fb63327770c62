package acquaint.reply;

import java.util.List;
import java.util.Optional;

/**
 * What a dialogue is about. {@code topic} completes "a message about"; empty when no words told. {@code thing} is the
 * customer's word for what it concerns. {@code fresh} when the desk has not answered on it yet.
 */
record Matter(Intent intent, Optional<String> topic, Optional<String> thing, List<Reference> references, List<Evidence> evidence, boolean fresh) {

    Matter {
        references = List.copyOf(references);
        evidence = List.copyOf(evidence);
    }

    boolean hasIdentifyingReference() {
        return references.stream().anyMatch(r -> r.kind().identifies());
    }
}
