package acquaint.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.model.Mailto.Fault;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Links as RFC 6068 has them, and as people and programs have them. */
class MailtoTest {

    private static List<String> to(String link) throws Exception {
        return Mailto.parse(link).to().stream().map(Address::value).toList();
    }

    private static Fault fault(String link) {
        return assertThrows(Mailto.Unusable.class, () -> Mailto.parse(link)).fault();
    }

    @Test
    void theExamplesOfTheStandardAreUnderstood() throws Exception {
        assertEquals(List.of("chris@example.com"), to("mailto:chris@example.com"));
        assertEquals(List.of("addr1@an.example", "addr2@an.example"), to("mailto:addr1@an.example,addr2@an.example"));
        assertEquals(List.of("addr1@an.example", "addr2@an.example"), to("mailto:?to=addr1@an.example,addr2@an.example"));
        assertEquals(List.of("addr1@an.example", "addr2@an.example"), to("mailto:addr1@an.example?to=addr2@an.example"));
        assertEquals(List.of("gorby%kremvax@example.com"), to("mailto:gorby%25kremvax@example.com"));
        assertEquals(List.of("unlikely?address@example.com"), to("mailto:unlikely%3Faddress@example.com?blat=foop"));
        assertEquals(List.of("mike&family@example.org"), to("mailto:Mike%26family@example.org"));
        assertEquals(List.of("\"not@me\"@example.org"), to("mailto:%22not%40me%22@example.org"));
        assertEquals(Optional.of("send current-issue"), Mailto.parse("mailto:infobot@example.com?body=send%20current-issue").body());
        assertEquals(Optional.of("send current-issue\nsend index"), Mailto.parse("mailto:infobot@example.com?body=send%20current-issue%0D%0Asend%20index").body());
        assertEquals(Optional.of("café"), Mailto.parse("mailto:user@example.org?subject=caf%C3%A9").subject());
        var both = Mailto.parse("mailto:joe@example.com?cc=bob@example.com&body=hello");
        assertEquals(1, both.to().size(), "to whom else is passed over");
        assertEquals(Optional.of("hello"), both.body());
    }

    @Test
    void aPlusSignStaysAPlusSign() throws Exception {
        var link = Mailto.parse("mailto:bill+ietf@example.org?subject=1+1");
        assertEquals("bill+ietf@example.org", link.to().getFirst().value());
        assertEquals(Optional.of("1+1"), link.subject());
    }

    @Test
    void whatProgramsWriteIsUnderstoodToo() throws Exception {
        assertEquals(List.of("ana@example.org"), to("MAILTO:Ana%20Ruiz%20%3Cana@example.org%3E"));
        assertEquals(List.of("ana@example.org", "bo@example.org"), to("mailto:ana@example.org%2C%20bo@example.org,"));
        assertEquals(List.of("ana@example.org"), to("mailto:ana@example.org#part"));
        assertEquals(List.of("ana@example.org"), to("mailto:ana@example.org,ANA@example.org"));
        assertEquals(List.of("müller@bücher.example"), to("mailto:müller@bücher.example"));
        assertEquals(Optional.empty(), Mailto.parse("mailto:ana@example.org?subject=&body").subject());
    }

    @Test
    void aSubjectCannotBringAHeaderOfItsOwn() throws Exception {
        assertEquals(Optional.of("Hello Bcc: all@example.org"), Mailto.parse("mailto:ana@example.org?subject=Hello%0D%0ABcc:%20all@example.org").subject());
    }

    @Test
    void whatIsWrongHasAName() {
        assertEquals(Fault.NO_ADDRESS, fault("mailto:"));
        assertEquals(Fault.NO_ADDRESS, fault("mailto:?subject=Hello"));
        assertEquals(Fault.BAD_ADDRESS, fault("mailto:ana"));
        assertEquals(Fault.BAD_ADDRESS, fault("mailto:ana@example.org%0D%0ABcc:x@example.org"));
        assertEquals(Fault.BAD_ESCAPE, fault("mailto:ana@example.org?subject=50%"));
        assertEquals(Fault.BAD_ESCAPE, fault("mailto:ana@example.org?subject=%zz"));
        assertEquals(Fault.BAD_ESCAPE, fault("mailto:ana@example.org?subject=%E4"));
        assertEquals(Fault.TOO_LONG, fault("mailto:ana@example.org?body=" + "x".repeat(Mailto.LONGEST)));
    }

    @Test
    void aListOfTheGreatestLengthIsReadAtOnce() throws Exception {
        long begun = System.nanoTime();
        assertEquals(1, to("mailto:" + "a@b.cd,".repeat(9_000)).size());
        assertThrows(Mailto.Unusable.class, () -> Mailto.parse("mailto:" + "%22,".repeat(15_000)));
        assertTrue(System.nanoTime() - begun < 10_000_000_000L, "no time that grows with the square of its length");
    }
}
