package acquaint.command;

import java.io.IOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version this program was built as. */
public final class BuildVersion implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        var build = new Properties();
        try (var in = BuildVersion.class.getResourceAsStream("/build.properties")) {
            build.load(in);
        }
        return new String[] {"Acquaint " + build.getProperty("version")};
    }
}
