package io.weir.gate;

import io.weir.schema.Gravity;
import java.util.List;

/**
 * Findings as JUnit XML, so that what shows tests shows checks: a check is a test, a failed one a failure. What the data do not
 * tell, and failed checks of severity info, are skipped tests. Written by hand, all texts escaped; nothing is parsed.
 */
public final class JunitReport {
    private static final int MAX_TEXT = 2_000;

    private JunitReport() {}

    /** A suite of that name, as a document. */
    public static String of(String suite, List<GateFinding> findings) {
        StringBuilder xml = new StringBuilder(256 * (findings.size() + 1));
        long failures = findings.stream().filter(JunitReport::isFailure).count();
        long skipped = findings.stream().filter(JunitReport::isSkipped).count();
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"")
                .append(escaped(suite))
                .append("\" tests=\"")
                .append(findings.size())
                .append("\" failures=\"")
                .append(failures)
                .append("\" errors=\"0\" skipped=\"")
                .append(skipped)
                .append("\">\n");
        findings.forEach(finding -> add(xml, finding));
        return xml.append("</testsuite>\n").toString();
    }

    private static void add(StringBuilder xml, GateFinding finding) {
        String column = finding.column() == null ? "" : "." + finding.column();
        String name = finding.kind().equals(GateFinding.DRIFT) && finding.column() != null
                ? finding.column() + "." + finding.name()
                : finding.name();
        xml.append("  <testcase classname=\"weir.")
                .append(escaped(finding.kind() + column))
                .append("\" name=\"")
                .append(escaped(name))
                .append("\" time=\"0\"");
        if (isFailure(finding)) {
            xml.append("><failure type=\"")
                    .append(finding.gravity().id())
                    .append("\" message=\"")
                    .append(escaped(finding.reason()))
                    .append("\"/></testcase>\n");
        } else if (isSkipped(finding)) {
            xml.append("><skipped message=\"").append(escaped(finding.reason())).append("\"/></testcase>\n");
        } else {
            xml.append("/>\n");
        }
    }

    private static boolean isFailure(GateFinding finding) {
        return finding.outcome() == FindingOutcome.FAILED && finding.gravity() != Gravity.INFO;
    }

    private static boolean isSkipped(GateFinding finding) {
        return finding.outcome() != FindingOutcome.PASSED && !isFailure(finding);
    }

    /** Also without the characters that XML 1.0 can't hold at all. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().limit(MAX_TEXT).forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\t', '\n', '\r' -> escaped.append("&#").append(c).append(';');
                default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int c) {
        return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}
