package acquaint.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsStandBelowEachOtherInAnyScript() {
        var out = new StringWriter();
        var table = new Table("NAME", "SUBJECT");
        table.add("Olúwaṣeun", "one");
        table.add("e\u0301a", "two");
        table.add("田中", "three");
        table.print(new PrintWriter(out, true));
        assertEquals("""
                NAME       SUBJECT
                Olúwaṣeun  one
                e\u0301a         two
                田中       three
                """, out.toString().replace(System.lineSeparator(), "\n"));
    }

    @Test
    void widthCountsWhatATerminalShows() {
        assertEquals(0, Table.width("\u200D"));
        assertEquals(2, Table.width("😀"));
        assertEquals(1, Table.width("ﾀ"));
        assertEquals(4, Table.width("ａ、"));
    }
}
