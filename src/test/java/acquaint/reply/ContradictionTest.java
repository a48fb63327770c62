package acquaint.reply;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ContradictionTest {

    private final Contradiction contradiction = new Contradiction();

    @Test
    void aStateAndItsOppositeExcludeEachOther() {
        assertTrue(contradiction.between("Your claim was approved.", "The claim was declined on Monday."));
        assertTrue(contradiction.between("Ihr Antrag wurde genehmigt.", "Der Antrag ist abgelehnt."));
        assertFalse(contradiction.between("Your claim was approved.", "The claim has been accepted."));
    }

    @Test
    void aTextThatNamesBothSidesOpposesNeither() {
        assertFalse(contradiction.between("The account is open.", "The account was closed and is open again."));
    }

    @Test
    void fromAndToMustStandTheSameWayRound() {
        assertTrue(contradiction.between("We moved it from Leeds to York.", "Please move it from York to Leeds."));
        assertFalse(contradiction.between("We moved it from Leeds to York.", "Please move it from Leeds to York."));
    }

    @Test
    void aNegationOnOneSideOnlyIsSeen() {
        assertTrue(Contradiction.oneNegates("The lamp was sent.", "The lamp was not sent."));
        assertFalse(Contradiction.oneNegates("The lamp was sent.", "Not only the lamp was sent."));
    }
}
