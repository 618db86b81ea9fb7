import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.gradle.api.internal.artifacts.ivyservice.ivyresolve.strategy.DefaultVersionComparator;
import org.gradle.api.internal.artifacts.ivyservice.ivyresolve.strategy.DefaultVersionSelectorScheme;
import org.gradle.api.internal.artifacts.ivyservice.ivyresolve.strategy.Version;
import org.gradle.api.internal.artifacts.ivyservice.ivyresolve.strategy.VersionParser;

/** What Gradle's own classes say: a question a line in, its parts between tabs, an answer a line out. */
public final class GradleAnswers {
    private static final VersionParser PARSER = new VersionParser();
    private static final DefaultVersionComparator COMPARATOR = new DefaultVersionComparator();
    private static final Comparator<Version> ORDER = COMPARATOR.asVersionComparator();
    private static final DefaultVersionSelectorScheme SELECTORS = new DefaultVersionSelectorScheme(COMPARATOR, PARSER);

    private GradleAnswers() {}

    public static void main(String[] args) throws Exception {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] parts = line.split("\t", -1);
            out.println(answer(parts[0], parts[1], parts[2]));
        }
        out.flush();
    }

    private static String answer(String kind, String first, String second) {
        return switch (kind) {
            case "order" -> order(first, second);
            default -> String.valueOf(SELECTORS.parseSelector(first).accept(PARSER.transform(second)));
        };
    }

    /**
     * Words of a rank of their own end the comparison where they differ in case alone, so that its equality is none: what is
     * equal to a third is not equal to each other. Such pairs have no answer.
     */
    private static String order(String first, String second) {
        Version left = PARSER.transform(first);
        Version right = PARSER.transform(second);
        int sign = Integer.signum(ORDER.compare(left, right));
        Version lower = PARSER.transform(first.toLowerCase());
        boolean cased = sign == 0 && ORDER.compare(lower, PARSER.transform(second.toLowerCase())) != 0;
        return cased ? "undefined" : String.valueOf(sign);
    }
}
