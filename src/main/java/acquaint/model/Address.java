package acquaint.model;

import java.util.Locale;

/** One way to reach a customer. Two customers never share an address, so it also tells who is writing. */
public record Address(Kind kind, String value) {

    public enum Kind { EMAIL, PHONE, HANDLE }

    public Address {
        value = Texts.required(value, "address");
        if (kind == Kind.EMAIL) {
            value = value.toLowerCase(Locale.ROOT);
        }
    }

    public static Address email(String value) {
        return new Address(Kind.EMAIL, value);
    }

    public static Address phone(String value) {
        return new Address(Kind.PHONE, value);
    }
}
