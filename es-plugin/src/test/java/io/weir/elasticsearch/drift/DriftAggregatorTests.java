package io.weir.elasticsearch.drift;

import io.weir.drift.DriftReport;
import io.weir.drift.DriftSettings;
import io.weir.drift.DriftVerdict;
import io.weir.elasticsearch.WeirPlugin;
import io.weir.sketch.TopValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.tests.index.RandomIndexWriter;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import org.assertj.core.api.Assertions;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.common.unit.ByteSizeValue;
import org.elasticsearch.index.mapper.BooleanFieldMapper;
import org.elasticsearch.index.mapper.DateFieldMapper;
import org.elasticsearch.index.mapper.KeywordFieldMapper;
import org.elasticsearch.index.mapper.MappedFieldType;
import org.elasticsearch.index.mapper.NumberFieldMapper;
import org.elasticsearch.index.query.MatchAllQueryBuilder;
import org.elasticsearch.index.query.QueryBuilder;
import org.elasticsearch.plugins.SearchPlugin;
import org.elasticsearch.search.aggregations.AggregationBuilder;
import org.elasticsearch.search.aggregations.AggregatorTestCase;

/** What the aggregator finds in randomly built indices, against what was written. */
public class DriftAggregatorTests extends AggregatorTestCase {
    private static final ReferenceProfiles PROFILES = new ReferenceProfiles(ByteSizeValue.ofMb(1));
    private static final MappedFieldType NUMBER =
            new NumberFieldMapper.NumberFieldType("number", NumberFieldMapper.NumberType.DOUBLE);
    private static final MappedFieldType WORD = new KeywordFieldMapper.KeywordFieldType("word");
    private static final MappedFieldType FLAG = new BooleanFieldMapper.BooleanFieldType("flag");
    private static final MappedFieldType TIME = new DateFieldMapper.DateFieldType("time");

    @Override
    protected List<SearchPlugin> getSearchPlugins() {
        return List.of(new WeirPlugin(Settings.EMPTY));
    }

    public void testShouldCountEveryValueAndEveryMissingOne() throws IOException {
        gathered(List.of("number", "word", "flag", "time", "nowhere"), List.of(), 500, sketches -> {
            Assertions.assertThat(sketches).allMatch(sketch -> sketch.documents() == 500);
            Assertions.assertThat(sketches.get(0).missing()).isEqualTo(100);
            Assertions.assertThat(sketches.get(0).numeric().count()).isEqualTo(400);
            Assertions.assertThat(sketches.get(0).numeric().min()).isEqualTo(1);
            Assertions.assertThat(sketches.get(0).numeric().max()).isEqualTo(499);
            Assertions.assertThat(sketches.get(1).categorical().counts()).isEqualTo(Map.of("a", 250L, "b", 250L));
            Assertions.assertThat(sketches.get(2).categorical().counts())
                    .isEqualTo(Map.of("true", 125L, "false", 375L));
            Assertions.assertThat(sketches.get(3).numeric().max()).isEqualTo(499_000);
            Assertions.assertThat(sketches.get(4).mapped()).isFalse();
            Assertions.assertThat(sketches.get(4).missing()).isEqualTo(500);
        });
    }

    public void testShouldReadNumbersAsCategoriesWhereTheReferenceHasTexts() throws IOException {
        gathered(
                List.of("number"),
                List.of(Reading.CATEGORIES),
                10,
                sketches -> Assertions.assertThat(
                                sketches.getFirst().categorical().counts())
                        .containsKeys("1", "2", "9")
                        .doesNotContainKey("0"));
    }

    public void testShouldLookOnlyForPresenceWhereTheReferenceIsMasked() throws IOException {
        gathered(List.of("word"), List.of(Reading.PRESENCE), 10, sketches -> {
            Assertions.assertThat(sketches.getFirst().isCategorical()).isFalse();
            Assertions.assertThat(sketches.getFirst().present()).isEqualTo(10);
        });
    }

    public void testShouldFindTheFrequentOnesAmongThousandsOfCategories() throws IOException {
        int documents = 6_000;
        testCase(
                writer -> {
                    for (int i = 0; i < documents; i++) {
                        Document document = new Document();
                        String word = i % 3 == 0 ? "often" : "once-" + i;
                        document.add(new SortedSetDocValuesField("word", new BytesRef(word)));
                        writer.addDocument(document);
                    }
                },
                (InternalDrift found) -> {
                    TopValues top =
                            Objects.requireNonNull(found.sketches().getFirst().top());
                    Assertions.assertThat(top.total()).isEqualTo(documents);
                    Assertions.assertThat(top.top(1).getFirst().value()).isEqualTo("often");
                    Assertions.assertThat(top.top(1).getFirst().count() - top.maxOvercount())
                            .isBetween(1_900L, 2_000L);
                    Assertions.assertThat(top.maxOvercount()).isLessThanOrEqualTo(documents / 257);
                },
                new AggTestConfig(gathering(List.of("word"), List.of()), WORD));
    }

    public void testShouldJudgeWhatItFinds() throws IOException {
        List<ColumnSketch> reference = new ArrayList<>();
        gathered(List.of("number"), List.of(), 900, reference::addAll);
        DriftRequest request = new DriftRequest(
                fields(List.of("number")), new DriftReference.Documents(matchAll()), DriftSettings.defaults());
        DriftPlan plan = new DriftPlan(
                "before",
                request.fields(),
                List.of(new ReferenceColumn.OfDocuments(reference.getFirst(), Reading.BY_TYPE)),
                DriftSettings.defaults(),
                List.of());
        testCase(
                writer -> write(writer, 300),
                (InternalDrift judged) -> {
                    DriftReport report = Objects.requireNonNull(judged.report());
                    Assertions.assertThat(report.verdict()).isEqualTo(DriftVerdict.DRIFTED);
                    Assertions.assertThat(report.referenceRows()).isEqualTo(900);
                },
                new AggTestConfig(new DriftAggregationBuilder("moved", request, PROFILES).planned(plan), NUMBER));
    }

    public void testShouldRefuseKeywordsWhereTheReferenceHasNumbers() {
        Assertions.assertThatThrownBy(() -> gathered(List.of("word"), List.of(Reading.NUMBERS), 10, sketches -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "field [word] is of type [keyword], but column [word] of the reference holds numbers");
    }

    private void gathered(List<String> names, List<Reading> readings, int documents, Consumer<List<ColumnSketch>> check)
            throws IOException {
        testCase(
                writer -> write(writer, documents),
                (InternalDrift found) -> check.accept(found.sketches()),
                new AggTestConfig(gathering(names, readings), NUMBER, WORD, FLAG, TIME));
    }

    private static void write(RandomIndexWriter writer, int documents) throws IOException {
        for (int i = 0; i < documents; i++) {
            Document document = new Document();
            if (i % 5 != 0) {
                document.add(new SortedNumericDocValuesField("number", NumericUtils.doubleToSortableLong(i)));
            }
            document.add(new SortedSetDocValuesField("word", new BytesRef(i % 2 == 0 ? "a" : "b")));
            document.add(new SortedNumericDocValuesField("flag", i % 4 == 0 ? 1 : 0));
            document.add(new SortedNumericDocValuesField("time", i * 1_000L));
            writer.addDocument(document);
        }
    }

    /** Gathers and does not judge. */
    private static AggregationBuilder gathering(List<String> names, List<Reading> readings) {
        DriftRequest request = new DriftRequest(fields(names), new DriftReference.None(), DriftSettings.defaults());
        List<ReferenceColumn> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Reading reading = i < readings.size() ? readings.get(i) : Reading.BY_TYPE;
            columns.add(new ReferenceColumn.OfDocuments(ColumnSketch.EMPTY, reading));
        }
        DriftPlan plan = new DriftPlan("", request.fields(), columns, DriftSettings.defaults(), List.of());
        return new DriftAggregationBuilder("gathered", request, PROFILES).planned(plan);
    }

    private static List<ComparedField> fields(List<String> names) {
        return names.stream().map(name -> new ComparedField(name, name)).toList();
    }

    private static QueryBuilder matchAll() {
        return new MatchAllQueryBuilder();
    }
}
