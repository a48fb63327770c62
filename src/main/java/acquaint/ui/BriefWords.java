package acquaint.ui;

import acquaint.brief.BriefPart;
import acquaint.model.Risk;
import java.util.Arrays;
import java.util.Optional;

/** How the parts of a brief and the details of its lines are called. Immutable. */
record BriefWords(Texts texts, EvidenceWords evidence) {

    String title(BriefPart part) {
        return texts.of(part);
    }

    /** What a detail says, as it is shown below its line. */
    String detail(BriefPart part, String detail) {
        return switch (part) {
            case TRIED -> texts.get("brief.detail.result", detail);
            case RISK -> risk(detail).map(texts::of).orElse(detail);
            default -> detail;
        };
    }

    /** What a detail is for, where a line of this part has one. */
    Optional<String> detailPrompt(BriefPart part) {
        return switch (part) {
            case TRIED -> Optional.of(texts.get("brief.detail.result.prompt"));
            case PROMISED -> Optional.of(texts.get("brief.detail.promise.prompt"));
            default -> Optional.empty();
        };
    }

    static Optional<Risk> risk(String detail) {
        return Arrays.stream(Risk.values()).filter(risk -> risk.name().equals(detail)).findFirst();
    }
}
