package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.model.Member;
import acquaint.model.Role;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who works at the desk, and in which role. */
class MembersTest {

    @TempDir
    private Path directory;
    private WorkingDesk work;
    private SettingsFile file;

    @BeforeEach
    void open() throws IOException {
        work = new WorkingDesk(directory);
        file = new SettingsFile(directory.resolve("settings.json"));
        file.load(Settings.firstStart("sam"));
    }

    @AfterEach
    void close() {
        work.close();
    }

    private Permissions enter(String name, Optional<Role> role) {
        return Members.enter(work.desk, work.clock, name, role);
    }

    private Members members(Permissions who) {
        return new Members(work.desk, work.clock, who, file);
    }

    private Settings settings() throws IOException {
        return new SettingsFile(directory.resolve("settings.json")).load(Settings.firstStart("sam")).settings();
    }

    @Test
    void theFirstIsAnAdminAndOthersAreAgents() {
        assertEquals(new Member("Sam", Role.ADMIN), enter("Sam", Optional.empty()).me());
        assertEquals(new Member("Kim", Role.AGENT), enter("Kim", Optional.empty()).me());
        assertEquals(new Member("Lee", Role.AGENT), enter("Lee", Optional.of(Role.ADMIN)).me());
        assertEquals(new Member("Sam", Role.ADMIN), enter("Sam", Optional.empty()).me());
        assertEquals(List.of("Kim", "Lee", "Sam"), members(enter("Sam", Optional.empty())).all().stream().map(Member::name).toList());
    }

    @Test
    void aRoleThatWasChosenHoldsAtTheNextStartUnlessItWasTakenAway() {
        Permissions sam = enter("Sam", Optional.empty());
        members(sam).grant("Kim", Role.SUPERVISOR);
        assertEquals(Role.SUPERVISOR, enter("Kim", Optional.of(Role.SUPERVISOR)).me().role());
        assertEquals(Role.AGENT, enter("Kim", Optional.of(Role.AGENT)).me().role());
        members(sam).grant("Kim", Role.AGENT);
        assertEquals(Role.AGENT, enter("Kim", Optional.of(Role.SUPERVISOR)).me().role());
    }

    @Test
    void signingInKeepsNameAndRoleAndMoreThanGrantedIsRefused() throws IOException {
        Permissions sam = enter("Sam", Optional.empty());
        var told = new AtomicInteger();
        sam.onChange(told::incrementAndGet);
        assertEquals(new Member("Sam", Role.AGENT), members(sam).signIn("Sam", Role.AGENT));
        assertEquals(Role.AGENT, sam.me().role());
        assertEquals(1, told.get());
        assertEquals(Optional.of(Role.AGENT), settings().role());
        members(sam).signIn("Sam", Role.ADMIN);
        members(sam).grant("Kim", Role.SUPERVISOR);
        var refused = assertThrows(Members.RoleNotGranted.class, () -> members(sam).signIn("Kim", Role.ADMIN));
        assertEquals(new Member("Kim", Role.SUPERVISOR), refused.granted());
        assertTrue(refused.getMessage().contains("an admin"));
        assertEquals("Sam", settings().agentName());
        assertEquals(new Member("Kim", Role.SUPERVISOR), members(sam).signIn("Kim", Role.SUPERVISOR));
        assertEquals("Kim", settings().agentName());
        assertEquals(new Member("Sam", Role.ADMIN), sam.me(), "another name holds from the next opening on");
        assertThrows(Members.RoleNotGranted.class, () -> members(sam).signIn("A new one", Role.SUPERVISOR));
        assertTrue(members(sam).all().stream().noneMatch(member -> member.name().equals("A new one")), "who was refused is not added");
    }

    @Test
    void aDeskAlwaysHasAnAdmin() {
        Permissions sam = enter("Sam", Optional.empty());
        assertThrows(Members.LastAdmin.class, () -> members(sam).grant("Sam", Role.AGENT));
        members(sam).grant("Kim", Role.ADMIN);
        members(sam).grant("Sam", Role.SUPERVISOR);
        assertEquals(Role.SUPERVISOR, sam.me().role(), "less for oneself holds at once");
        assertThrows(NotPermitted.class, () -> members(sam).grant("Sam", Role.ADMIN));
        Permissions kim = enter("Kim", Optional.empty());
        assertThrows(IllegalArgumentException.class, () -> members(kim).remove("Kim"));
        members(kim).remove("Sam");
        assertEquals(List.of(new Member("Kim", Role.ADMIN)), members(kim).all());
    }
}
