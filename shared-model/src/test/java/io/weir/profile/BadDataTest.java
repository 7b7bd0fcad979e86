package io.weir.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.table.Table;
import io.weir.table.TableException;
import io.weir.table.TableOptions;
import io.weir.table.Tables;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What data should not be, and that a profile can be stopped. */
class BadDataTest {
    @Test
    void shouldProfileTenThousandColumns() throws IOException {
        int width = 10_000;
        String header = IntStream.range(0, width).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String row = IntStream.range(0, width).mapToObj(Integer::toString).collect(Collectors.joining(","));
        DatasetProfile profile = TestProfile.ofCsv(header + "\n" + (row + "\n").repeat(20));
        assertThat(profile.columns()).hasSize(width);
        assertThat(profile.columns().get(9999).distinct().estimate()).isEqualTo(1);
        assertThat(profile.correlations().leftOut()).hasSize(width - ProfileSettings.DEFAULT_CORRELATED);
        assertThat(profile.duplicateRows()).isEqualTo(19);
    }

    @Test
    void shouldProfileAColumnWithoutAValue() throws IOException {
        ColumnProfile column = TestProfile.ofCsv("a,b\n,1\n,2\n").columns().getFirst();
        assertThat(column.type()).isEqualTo(ColumnType.EMPTY);
        assertThat(column.missing()).isEqualTo(2);
        assertThat(column.distinct().estimate()).isZero();
    }

    @Test
    void shouldProfileAHeaderWithoutRows() throws IOException {
        DatasetProfile profile = TestProfile.ofCsv("a,b\n");
        assertThat(profile.rows()).isZero();
        assertThat(profile.columns()).extracting(ColumnProfile::name).containsExactly("a", "b");
    }

    @Test
    void shouldCallNumbersWithAStrangerMixed() throws IOException {
        assertThat(TestProfile.ofCsv("a\n1\n2\nNA\n3\n").columns().getFirst().type())
                .isEqualTo(ColumnType.MIXED);
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void shouldRefuseAnEndlessLineWithoutReadingOn() {
        InputStream endless = new Endless("a\n1\n", 'x');
        assertThatThrownBy(() -> profile(endless))
                .isInstanceOf(TableException.class)
                .hasMessageStartingWith("test, row 2: is longer than the limit of 16777216 bytes");
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void shouldStopWhenTheThreadIsInterrupted() {
        InputStream endless = new Endless("a\n1\n", '\n');
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> profile(endless)).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void shouldStopInTheMiddle() throws InterruptedException {
        Throwable[] thrown = new Throwable[1];
        Thread thread = new Thread(() -> {
            try {
                profile(new Endless("a\n1\n", "1\n2\n3\n"));
            } catch (IOException e) {
                thrown[0] = e;
            }
        });
        thread.start();
        Thread.sleep(300);
        thread.interrupt();
        thread.join();
        assertThat(thrown[0]).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(each -> each.getName().startsWith("weir-profile"));
    }

    private static void profile(InputStream in) throws IOException {
        try (Table table = Tables.ofCsv("test", in, TableOptions.DEFAULT)) {
            Profiler.profile(table, ProfileSettings.DEFAULT.withThreads(2), Profiler.Progress.NONE);
        }
    }

    /** A beginning, and then the same for ever. */
    private static final class Endless extends InputStream {
        private final String start;
        private final String rest;
        private long at;

        Endless(String start, char rest) {
            this(start, String.valueOf(rest));
        }

        Endless(String start, String rest) {
            this.start = start;
            this.rest = rest;
        }

        @Override
        public int read() {
            long place = at++;
            return place < start.length()
                    ? start.charAt((int) place)
                    : rest.charAt((int) ((place - start.length()) % rest.length()));
        }
    }
}
