package acquaint.memory.everos;

/**
 * Texts that can be written as UTF-8. A half of a surrogate pair, as a cut emoji leaves it, has no bytes in UTF-8 and
 * becomes the replacement character, so that one broken letter never makes a request unreadable to the service.
 */
final class WellFormed {

    private static final int REPLACEMENT = 0xFFFD;

    private WellFormed() {}

    static String of(String text) {
        return is(text) ? text : text.codePoints().map(each -> isHalf(each) ? REPLACEMENT : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    static boolean is(String text) {
        return text.codePoints().noneMatch(WellFormed::isHalf);
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
