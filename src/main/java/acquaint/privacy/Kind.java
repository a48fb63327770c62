package acquaint.privacy;

/** What personal data is about. The names stand in placeholders: {@code <CARD_1>}. */
public enum Kind {
    PASSWORD(true), CODE(true), API_KEY(true), CARD(true), NATIONAL_ID(true), HEALTH(true),
    IBAN(false), ACCOUNT(false), EMAIL(false), PHONE(false), ADDRESS(false), NAME(false);

    private final boolean secret;

    Kind(boolean secret) {
        this.secret = secret;
    }

    /** Whether it is never put back and never remembered. */
    public boolean secret() {
        return secret;
    }
}
