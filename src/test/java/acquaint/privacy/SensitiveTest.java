package acquaint.privacy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What had better not be told of a person, in several languages, and what is harmless. */
class SensitiveTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "Is pregnant and cannot lift boxes", "Needs a wheelchair at the gate", "Takes insulin", "Goes to therapy on Fridays", "Ist schwanger", "Hat einen Herzschrittmacher", "Sitzt im Rollstuhl",
        "Est enceinte", "Usa silla de ruedas", "È malato da marzo", "Is muslim and eats halal", "Member of the trade union", "Ist katholisch", "Is gay", "Was in prison", "她怀孕了", "病気です"})
    void whatTheLawProtectsSpeciallyIsTold(String text) {
        assertTrue(Sensitive.in(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Prefers e-mail, no calls", "Lives at 4 Church Street, Leeds", "Bought a race bike", "Wants short answers", "Has a two-stroke engine", "Owns a Siskin 2 tent", "Bestellt immer am Freitag",
        "Prefers the window seat", "Pays by card", "Works in Berlin"})
    void ordinaryThingsAreNot(String text) {
        assertFalse(Sensitive.in(text));
    }
}
