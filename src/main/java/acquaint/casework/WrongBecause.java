package acquaint.casework;

/** Why an agent says that a proposed reply is wrong. */
public enum WrongBecause { FACT, OUT_OF_DATE, POLICY, TONE, MISSED_QUESTION, OTHER }
