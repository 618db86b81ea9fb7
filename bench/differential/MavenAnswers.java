import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.Version;
import org.eclipse.aether.version.VersionConstraint;

/** What Maven's own classes say: a question a line in, its parts between tabs, an answer a line out. */
public final class MavenAnswers {
    private static final GenericVersionScheme SCHEME = new GenericVersionScheme();

    private MavenAnswers() {}

    public static void main(String[] args) throws Exception {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] parts = line.split("\t", -1);
            out.println(answer(parts[0], parts[1], parts[2]));
        }
        out.flush();
    }

    private static String answer(String kind, String first, String second) throws Exception {
        return switch (kind) {
            case "comparable" -> sign(new ComparableVersion(first).compareTo(new ComparableVersion(second)));
            case "generic" -> sign(compare(SCHEME.parseVersion(first), SCHEME.parseVersion(second)));
            default -> contains(first, second);
        };
    }

    /** The class that the scheme gives is not public. */
    private static int compare(Version left, Version right) {
        return left.compareTo(right);
    }

    private static String contains(String range, String version) throws Exception {
        VersionConstraint constraint;
        try {
            constraint = SCHEME.parseVersionConstraint(range);
        } catch (InvalidVersionSpecificationException invalid) {
            return "invalid";
        }
        // A version alone is a recommendation: it rules nothing out.
        if (constraint.getRange() == null) {
            return "true";
        }
        return String.valueOf(constraint.containsVersion(SCHEME.parseVersion(version)));
    }

    private static String sign(int comparison) {
        return String.valueOf(Integer.signum(comparison));
    }
}
