package acquaint.reply;

import java.util.regex.Pattern;

/**
 * Makes what a customer wrote harmless to quote in a prompt, while people read the same: one kind of line end, nothing that cannot be seen, and no marks
 * by which language models tell who speaks.
 */
final class PlainText {

    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n|[\\r\\u000B\\u000C\\u0085\\u2028\\u2029]");
    /**
     * What cannot be seen: control and format characters, among them bidirectional controls and the tag block, unassigned and private ones, lone
     * surrogates, and the variation selectors that text has been hidden in. Joiners stay where scripts and emoji need them.
     */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}&&[^\\n\\t\\u200C\\u200D]]|[\\x{E0100}-\\x{E01EF}]"
            + "|(?<=[\\x00-\\x7F])[\\u200C\\u200D]|[\\u200C\\u200D](?=[\\x00-\\x7F])|(?<=\\uFE0F)\\uFE0F+");
    /** Turn marks of ChatML, Llama, Mistral, Gemma, Phi and DeepSeek models (their published chat templates). */
    private static final Pattern TURN_MARKS = Pattern.compile("<(?=[|\\uFF5C])|(?<=[|\\uFF5C])>"
            + "|<(?=/?(?:s|bos|eos|pad|unk|think|start_of_turn|end_of_turn|system|assistant|user|human|tool_call|tool_response|function_calls|instructions?)>)"
            + "|<(?=<SYS>>|</SYS>>)|\\[(?=/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS)])", Pattern.CASE_INSENSITIVE);

    private PlainText() {}

    static String of(String text) {
        String lines = LINE_ENDS.matcher(text).replaceAll("\n");
        return TURN_MARKS.matcher(UNSEEN.matcher(lines).replaceAll("")).replaceAll(mark -> mark.group().equals(">") ? " >" : mark.group() + " ").strip();
    }

    /** As above, on one line. */
    static String line(String text) {
        return of(text).replaceAll("\\s+", " ");
    }
}
