package io.weir.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.schema.Gravity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidationTest {
    private static final String PEOPLE = """
            id,age,country,email,joined,score
            1,34,DE,ann@example.org,2026-01-05,0.5
            2,-4,FR,bob@example.org,2026-02-05,1.5
            3,,XX,nobody,2026-01-31,2.5
            3,200,DE,eve@example.org,yesterday,many
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            age: {range: {min: 0, max: 120}}            | age.range     | failed | 3 | 2 | 2 of 3 (66.67 %) are not in [0, 120]
            age: {range: {min: -4, max: 200}}           | age.range     | passed | 3 | 0 | all 3 are in [-4, 200]
            age: {range: {above: -4}}                   | age.range     | failed | 3 | 1 | not in (-4, ∞)
            age: {missing: 0}                           | age.missing   | failed | 4 | 1 | 1 of 4 (25 %) are not a value
            age: {missing: 0.25}                        | age.missing   | passed | 4 | 1 | 25 % may be
            age: {missing: 0.24}                        | age.missing   | failed | 4 | 1 | which is exceeded
            age: {absent: true}                         | age.absent    | failed | 4 | 3 | are not no value
            age: {type: integer}                        | age.type      | passed | 3 | 0 | all 3 are integer
            score: {type: decimal}                      | score.type    | failed | 4 | 1 | 1 of 4 (25 %) are not decimal
            joined: {type: date}                        | joined.type   | failed | 4 | 1 | not date
            joined: {type: [date, text]}                | joined.type   | passed | 4 | 0 | date or text
            joined: {type: date, range: {min: 2026-02-01}} | joined.range | failed | 4 | 3 | not in [2026-02-01, ∞)
            joined: {format: '%Y-%m-%d'}                | joined.format | failed | 4 | 1 | is %Y-%m-%d
            country: {domain: [DE, FR]}                 | country.domain | failed | 4 | 1 | not one of DE, FR
            country: {domain: {values: [DE, FR], mostly: 0.75}} | country.domain | passed | 4 | 1 | 25 % may be
            country: {forbidden: [XX]}                  | country.forbidden | failed | 4 | 1 | none of XX
            id: {domain: [1.0, 2, '3']}                 | id.domain     | passed | 4 | 0 | all 4
            id: {unique: true}                          | id.unique     | failed | 4 | 2 | 2 of 4 (50 %) are not unique
            id: {order: increasing}                     | id.order      | passed | 4 | 0 | all 4 are increasing
            id: {order: strictly_increasing}            | id.order      | failed | 4 | 1 | strictly increasing
            email: {pattern: '^[^@]+@[^@]+$'}           | email.pattern | failed | 4 | 1 | matches ^[^@]+@[^@]+$
            email: {pattern: {any: [bob, ann, eve, nobody]}} | email.pattern | passed | 4 | 0 | one of
            email: {pattern: {none: ['@']}}             | email.pattern | failed | 4 | 3 | does not match
            email: {length: {min: 7}}                   | email.length  | failed | 4 | 1 | 7 to any characters
            country: {length: 2}                        | country.length | passed | 4 | 0 | 2 characters
            """)
    void shouldCheckCells(String column, String check, String verdict, long considered, long failing, String reason)
            throws IOException {
        CheckResult result = people("columns: {" + column + "}", check);

        assertThat(result.verdict().id()).isEqualTo(verdict);
        assertThat(result.considered()).isEqualTo(considered);
        assertThat(result.failing()).isEqualTo(failing);
        assertThat(result.reason()).contains(reason);
        assertThat(result.examples()).hasSize((int) failing);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            columns: {age: {mean: {min: 70, max: 80}}}        | age.mean     | passed | mean is 76.6667, in [70, 80]
            columns: {age: {median: {max: 33}}}               | age.median   | failed | median is 34, not in
            columns: {age: {quantiles: {0.25: {min: 15, max: 15}}}} | age.quantile 0.25 | passed | quantile is 15
            columns: {score: {sum: {min: 4.5, max: 4.5}}}     | score.sum    | passed | 1 values are no numbers
            columns: {score: {stddev: {min: 1, max: 1}}}      | score.stddev | passed | stddev is 1
            columns: {age: {max_z_score: {max: 1}}}           | age.max_z_score | failed | max_z_score is 1.13685
            columns: {age: {max: {max: 120}}}                 | age.max      | failed | max is 200, not in (-∞, 120]
            columns: {country: {min: {min: A}}}               | country.min  | passed | min is DE
            columns: {joined: {type: date, max: {max: 2026-12-31}}} | joined.max | failed | max is yesterday
            columns: {country: {distinct: {min: 3, max: 3}}}  | country.distinct | passed | distinct is 3
            columns: {id: {distinct_share: {min: 0.8}}}       | id.distinct_share | failed | distinct_share is 0.75
            columns: {country: {values: {within: [DE, FR, AT]}}} | country.values within | failed | not listed: XX
            columns: {country: {values: {contains: [DE, AT]}}} | country.values contains | failed | not in the data: AT
            columns: {country: {values: {equals: [XX, FR, DE]}}} | country.values equals | passed | as listed
            columns: {country: {values: {most_common_within: [DE]}}} | country.values most_common_within | passed | as listed
            columns: {joined: {fresh: 400d}}                  | joined.fresh | passed | the newest is of 2026-02-05T00:00:00Z
            columns: {joined: {fresh: 30d}}                   | joined.fresh | failed | 30d are allowed
            columns: {email: {mean: {min: 0}}}                | email.mean   | undecided | has 0 numbers
            columns: {email: {fresh: 1d}}                     | email.fresh  | failed | holds no instant
            checks: [{rows: {min: 4, max: 4}}]                | rows         | passed | there are 4 rows
            checks: [{rows: {min: 5}}]                        | rows         | failed | not in [5, ∞)
            checks: [{column_count: {max: 5}}]                | column_count | failed | there are 6 columns
            checks: [{columns: {names: [id, age], ordered: true}}] | columns | passed | as listed
            checks: [{columns: {names: [age, id], ordered: true}}] | columns | failed | the order is id, age
            checks: [{columns: {names: [id], exact: true}}]   | columns      | failed | not listed: age, country
            checks: [{columns: {names: [id, nose]}}]          | columns      | failed | missing: nose
            checks: [{row: 'age >= 0 or age is missing', name: ages}] | ages | failed | 1 of 4 (25 %) are not such that
            checks: [{row: 'nose > 1', name: noses}]          | noses        | failed | the column 'nose' is not there
            checks: [{row: 'score + 1 > 1', name: scores}]    | scores       | failed | 1 of 4
            checks: [{key: [id, country]}]                    | key id, country | passed | all 4 are unique
            checks: [{statistic: correlation, columns: [id, score], range: {min: 0.99}}] | correlation id, score | passed | is 1
            checks: [{statistic: cramers_phi, columns: [country, country], range: {min: 1}}] | cramers_phi country, country | passed | is 1
            columns: {nose: {type: any}}                      | nose.present | failed | the column 'nose' is missing; there are id
            columns: {id: {type: any}}                        | age.unknown  | failed | is not in the schema
            columns: {nose: {required: false, range: {min: 1}}} | nose.range | undecided | is not there, and need not be
            """)
    void shouldCheckColumnsRowsAndTables(String schema, String check, String verdict, String reason)
            throws IOException {
        CheckResult result = people(schema, check);

        assertThat(result.reason()).contains(reason);
        assertThat(result.verdict().id()).isEqualTo(verdict);
    }

    @Test
    void shouldWriteAllFailingRowsInOrder() throws IOException {
        Trial trial = Trial.in(folder).write("people.csv", PEOPLE);

        ValidationResult result = trial.run("""
                columns:
                  id: {unique: true}
                  age: {range: {min: 0, max: 120}, missing: 0}
                  country: {domain: [DE, FR]}
                checks:
                  - row: score < 2
                    name: small score
                """, "people.csv");

        assertThat(trial.failures())
                .containsExactly(
                        "file,row,column,value,rule",
                        "people.csv,2,age,-4,age.range",
                        "people.csv,3,age,,age.missing",
                        "people.csv,3,country,XX,country.domain",
                        "people.csv,3,score,score=2.5,small score",
                        "people.csv,4,age,200,age.range",
                        "people.csv,4,score,score=many,small score",
                        "people.csv,3,id,3,id.unique",
                        "people.csv,4,id,3,id.unique");
        assertThat(result.failureFile()).isEqualTo("failures.out");
        assertThat(result.passed(Gravity.ERROR)).isFalse();
    }

    @Test
    void shouldNotShowWhatIsSensitive() throws IOException {
        Trial trial = Trial.in(folder).write("people.csv", PEOPLE);

        ValidationResult result = trial.run("""
                columns:
                  email: {sensitive: true, pattern: example, unique: true, max: {max: a}, values: {within: [x]}}
                  id: {unique: true}
                checks:
                  - row: length(email) > 100
                  - key: [country, email]
                """, "people.csv");

        assertThat(trial.failures()).contains("people.csv,3,email,(masked),email.pattern");
        assertThat(result + String.join("\n", trial.failures())).doesNotContain("nobody", "ann@", "bob@");
    }

    @Test
    void shouldLookUpInAnotherFile() throws IOException {
        Trial trial = Trial.in(folder)
                .write("people.csv", PEOPLE)
                .write("countries.csv", "code,name\nDE,Germany\nFR,France\n");

        ValidationResult result =
                trial.run("checks: [{lookup: {columns: [country], file: countries.csv, keys: [code]}}]", "people.csv");

        CheckResult check = Trial.named(result, "lookup country");
        assertThat(check.failing()).isEqualTo(1);
        assertThat(check.examples()).containsExactly(new Example("people.csv", 3, "XX"));
        assertThat(check.reason()).isEqualTo("1 of 4 (25 %) are not found in countries.csv");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ../secrets.csv | contains '..'
            /etc/passwd    | is absolute
            none.csv       | no file matches
            """)
    void shouldRefuseLookupsOutsideOfTheFolder(String file, String message) throws IOException {
        Trial trial = Trial.in(folder).write("people.csv", PEOPLE);

        assertThatThrownBy(() -> trial.run(
                        "checks: [{lookup: {columns: [country], file: '" + file + "', keys: [code]}}]", "people.csv"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message);
    }

    @Test
    void shouldSayWhichColumnALookupLacks() throws IOException {
        Trial trial = Trial.in(folder).write("people.csv", PEOPLE).write("countries.csv", "code\nDE\n");

        assertThatThrownBy(
                        () -> trial.run("checks: [{lookup: {columns: [country], file: countries.csv}}]", "people.csv"))
                .hasMessageContaining("looks up 'country', which 'countries.csv' does not have; its columns are code");
    }

    @Test
    void shouldExcuseColumnsThatAreAbsentInTheEnvironment() throws IOException {
        String schema = "columns: {id: {type: any}, label: {absent_in: [SERVING], missing: 0}}";
        Trial trial = Trial.in(folder).write("rows.csv", "id\n1\n");

        ValidationResult training = trial.run(schema, "rows.csv");
        ValidationResult serving = trial.with(trial.settings().in("SERVING")).run(schema, "rows.csv");

        assertThat(Trial.named(training, "label.present").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(serving.passed(Gravity.INFO)).isTrue();
    }

    @Test
    void shouldReportRaggedRows() throws IOException {
        Trial trial = Trial.in(folder).write("rows.csv", "a,b\n1,2\n3\n4,5,6\n");

        ValidationResult result = trial.run("columns: {a: {type: integer}, b: {type: integer}}", "rows.csv");

        assertThat(Trial.named(result, "rows.ragged").reason())
                .isEqualTo("2 of 3 rows have more or fewer cells than there are columns");
        assertThat(result.passed(Gravity.ERROR)).isFalse();
    }

    /** More keys than fit into the buffers, files that are split among threads, duplicates far apart. */
    @Test
    void shouldFindDuplicatesThatLieFarApartInManyFilesWithAnyNumberOfThreads() throws IOException {
        int rows = 150_000;
        for (int file = 0; file < 2; file++) {
            StringBuilder content = new StringBuilder("id,seen\n");
            for (int i = 0; i < rows; i++) {
                int id = file == 1 && i % 40_000 == 7 ? i : file * rows + i;
                content.append("customer-")
                        .append(id)
                        .append(',')
                        .append(file * rows + i)
                        .append('\n');
            }
            Files.writeString(folder.resolve("part-" + file + ".csv"), content);
        }
        String schema = "columns: {id: {unique: true}, seen: {order: strictly_increasing}}";

        ValidationResult one = Trial.in(folder).withThreads(1).run(schema, "part-*.csv");
        List<String> failuresOfOne = Trial.in(folder).failures();
        ValidationResult three = Trial.in(folder).withThreads(3).run(schema, "part-*.csv");

        assertThat(Trial.named(one, "id.unique").failing()).isEqualTo(8);
        assertThat(Trial.named(one, "id.unique").examples())
                .contains(
                        new Example("part-0.csv", 8, "customer-7"),
                        new Example("part-1.csv", 120_008, "customer-120007"));
        assertThat(Trial.named(one, "seen.order").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(three).isEqualTo(one);
        assertThat(Trial.in(folder).failures()).isEqualTo(failuresOfOne);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("part-0.csv", "part-1.csv", "failures.out");
        }
    }

    @Test
    void shouldFindDisorderBetweenBatchesOfDifferentThreads() throws IOException {
        StringBuilder content = new StringBuilder("at\n");
        for (int i = 0; i < 300_000; i++) {
            content.append(i == 150_000 ? 0 : i).append('\n');
        }
        Trial trial = Trial.in(folder).write("rows.csv", content.toString());

        CheckResult result = Trial.named(trial.run("columns: {at: {order: increasing}}", "rows.csv"), "at.order");

        assertThat(result.failing()).isEqualTo(1);
        assertThat(result.examples()).containsExactly(new Example("rows.csv", 150_001, "0"));
    }

    @Test
    void shouldCountWhatTheDiskHasNoRoomFor() throws IOException {
        Trial trial = Trial.in(folder).write("rows.csv", "a\n" + "x\n".repeat(1_000));
        ValidationSettings usual = trial.settings();

        ValidationResult result = trial.with(new ValidationSettings(
                        usual.root(), usual.temporary(), 2_000, "", usual.now(), usual.lookupOptions()))
                .run("columns: {a: {type: integer}}", "rows.csv");

        assertThat(Trial.named(result, "a.type").failing()).isEqualTo(1_000);
        assertThat(result.failuresLeftOut()).isBetween(800L, 999L);
        assertThat(trial.failures()).hasSize(1_001 - (int) result.failuresLeftOut());
    }

    @Test
    void shouldAnswerForAnEmptyTable() throws IOException {
        Trial trial = Trial.in(folder).write("rows.csv", "a,b\n");

        ValidationResult result = trial.run(
                "columns: {a: {range: {min: 1}, unique: true, mean: {min: 1}, values: {contains: [1]}}, b: {type: any}}",
                "rows.csv");

        assertThat(Trial.named(result, "a.range").verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(Trial.named(result, "a.mean").verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(Trial.named(result, "a.values contains").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.rows()).isZero();
    }

    /** Against a count by hand, on rows that random generates. */
    @Test
    void shouldCountAsAPlainLoopDoes() throws IOException {
        Random random = new Random(7);
        StringBuilder content = new StringBuilder("x,y\n");
        int outside = 0;
        int unordered = 0;
        for (int i = 0; i < 50_000; i++) {
            double x = Math.round(random.nextGaussian() * 1_000) / 100.0;
            double y = Math.round(random.nextGaussian() * 1_000) / 100.0;
            content.append(x).append(',').append(y).append('\n');
            outside += x < -15 || x > 15 ? 1 : 0;
            unordered += x > y ? 1 : 0;
        }
        Trial trial = Trial.in(folder).write("rows.csv", content.toString());

        ValidationResult result = trial.run(
                "columns: {x: {range: {min: -15, max: 15}}, y: {type: decimal}}\nchecks: [{row: x <= y, name: ordered}]",
                "rows.csv");

        assertThat(Trial.named(result, "x.range").failing()).isEqualTo(outside);
        assertThat(Trial.named(result, "ordered").failing()).isEqualTo(unordered);
    }

    private CheckResult people(String schema, String check) throws IOException {
        return Trial.named(Trial.in(folder).write("people.csv", PEOPLE).run(schema, "people.csv"), check);
    }
}
