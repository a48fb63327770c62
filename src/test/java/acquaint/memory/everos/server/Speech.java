package acquaint.memory.everos.server;

/** Which of the documented servers is played. */
public enum Speech {
    CLOUD_V1,
    CLOUD_V2,
    /** From 1.0 on, with the paths under both prefixes. */
    SELF_HOSTED,
    /** From 1.0 on, before the paths were moved and before anything could be deleted. */
    SELF_HOSTED_EARLY,
    /** Before 1.0: the words of cloud v1, without a key. */
    BEFORE_1_0;

    boolean isCloud() {
        return this == CLOUD_V1 || this == CLOUD_V2;
    }

    boolean speaksV1() {
        return this == CLOUD_V1 || this == BEFORE_1_0;
    }
}
