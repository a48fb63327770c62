package acquaint.reply;

import java.util.Locale;

/** A number that a matter goes by, as it was given; {@code start} is where it stands in its text. */
record Reference(Kind kind, String number, int start) {

    enum Kind {
        ORDER, RESERVATION, FLIGHT, INVOICE;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it tells which purchase is meant; a flight number is shared with many other travellers. */
        boolean identifies() {
            return this != FLIGHT;
        }
    }

    /** The number without marks, so that "#W123" and "w123" are the same. */
    String bare() {
        return number.replaceAll("[^\\p{Alnum}]", "").toUpperCase(Locale.ROOT);
    }
}
