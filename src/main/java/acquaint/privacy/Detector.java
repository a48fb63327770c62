package acquaint.privacy;

import java.util.stream.Stream;

/** Finds personal data of some kinds. Places are those of the folded text. Safe for any thread. */
interface Detector {

    Stream<Finding> in(Folded text);
}
