package acquaint.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a language model is told, as a text that people can read and change: instructions, a line {@code === material ===}, and what it is to work on,
 * with variables in braces. Immutable.
 */
public final class PromptTemplate {

    /** What a template is for; the file is {@code prompt/<name>.txt}. */
    public enum Name {
        REPLY, TRANSLATE, SUMMARY, CATCH_UP, QUESTION, BRIEF;

        String file() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
        }
    }

    /** What can stand in braces. */
    public enum Variable {
        /** Who answers. */
        AGENT,
        /** Rules that were learned from the agent's changes, one a line. */
        LESSONS,
        TODAY, CHANNEL, SUBJECT,
        /** The customer's record on the desk. */
        CUSTOMER,
        /** What memory knows about the customer, less what is sensitive. */
        PROFILE,
        /** Episodes and passages of the customer's earlier tickets. */
        HISTORY,
        /** What must not be asked again. */
        KNOWN,
        CONVERSATION,
        /** Says what did not fit. */
        LEFT_OUT,
        /** What is to be done this time; without it the agent's wishes have no effect. */
        TASK;

        /** As it stands in a template. */
        public String inBraces() {
            return "{" + name().toLowerCase(Locale.ROOT) + "}";
        }
    }

    /** What is wrong with a template: {@code what} names the variable or the line. */
    public record Problem(Kind kind, String what) {

        public enum Kind {
            /** The line between instructions and material is missing, or is there twice. */
            NO_MATERIAL,
            /** No variable has this name. */
            UNKNOWN_VARIABLE,
            /** It cannot do without this variable. */
            MISSING_VARIABLE,
            /** What customers wrote must not stand among the instructions. */
            MATERIAL_IN_INSTRUCTIONS
        }
    }

    /** A literal text, or a variable. */
    record Part(String text, Optional<Variable> variable) {}

    static final String DIVIDER = "=== material ===";
    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z_]{2,30})}");
    /** The desk's own words; all others may hold a customer's. */
    private static final Set<Variable> OWN = EnumSet.of(Variable.AGENT, Variable.LESSONS, Variable.TODAY);

    private final String text;

    public PromptTemplate(String text) {
        this.text = text.replace("\r\n", "\n").strip();
    }

    /** The one that comes with the program. */
    public static PromptTemplate original(Name name) {
        try (InputStream stream = PromptTemplate.class.getResourceAsStream("/prompt/" + name.file())) {
            return new PromptTemplate(new String(stream.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text() {
        return text;
    }

    /** Empty when it can be used. */
    public List<Problem> problems() {
        String[] halves = halves();
        if (halves.length != 2) {
            return List.of(new Problem(Problem.Kind.NO_MATERIAL, DIVIDER));
        }
        var problems = new ArrayList<Problem>();
        VARIABLE.matcher(text).results().map(match -> match.group(1)).filter(name -> variable(name).isEmpty()).distinct()
                .forEach(name -> problems.add(new Problem(Problem.Kind.UNKNOWN_VARIABLE, "{" + name + "}")));
        for (Variable needed : List.of(Variable.CONVERSATION, Variable.TASK)) {
            if (!halves[1].contains(needed.inBraces())) {
                problems.add(new Problem(Problem.Kind.MISSING_VARIABLE, needed.inBraces()));
            }
        }
        parts(halves[0]).stream().flatMap(part -> part.variable().stream()).filter(variable -> !OWN.contains(variable)).distinct()
                .forEach(variable -> problems.add(new Problem(Problem.Kind.MATERIAL_IN_INSTRUCTIONS, variable.inBraces())));
        return problems;
    }

    List<Part> instructions() {
        return parts(halves()[0]);
    }

    List<Part> material() {
        return parts(halves()[1]);
    }

    private String[] halves() {
        String[] halves = text.split("(?m)^" + DIVIDER + "[ \\t]*$", -1);
        return Arrays.stream(halves).map(String::strip).toArray(String[]::new);
    }

    private static List<Part> parts(String half) {
        var parts = new ArrayList<Part>();
        Matcher matcher = VARIABLE.matcher(half);
        int end = 0;
        while (matcher.find()) {
            Optional<Variable> variable = variable(matcher.group(1));
            if (variable.isPresent()) {
                parts.add(new Part(half.substring(end, matcher.start()), Optional.empty()));
                parts.add(new Part("", variable));
                end = matcher.end();
            }
        }
        parts.add(new Part(half.substring(end), Optional.empty()));
        return parts;
    }

    private static Optional<Variable> variable(String name) {
        return Arrays.stream(Variable.values()).filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PromptTemplate that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
