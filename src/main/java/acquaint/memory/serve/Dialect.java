package acquaint.memory.serve;

/** Which of the API's dialects is spoken. */
public enum Dialect {
    V1,
    V2,
    /** Of self-hosted servers from 1.0 on. */
    OSS
}
