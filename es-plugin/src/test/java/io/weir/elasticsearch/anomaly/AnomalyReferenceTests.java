package io.weir.elasticsearch.anomaly;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.elasticsearch.core.PathUtils;
import org.elasticsearch.test.ESTestCase;

public class AnomalyReferenceTests extends ESTestCase {

    public void testShouldExplainEveryNameThatAUserSees() throws IOException {
        Path page = PathUtils.get("..", "docs", "aggregations", "anomaly.md");

        String text = Files.readString(page);

        Assertions.assertThat(names())
                .hasSizeGreaterThan(20)
                .allMatch(name -> text.contains("`" + name + "`") || text.contains("\"" + name + "\""));
    }

    private static Stream<String> names() {
        return Arrays.stream(AnomalyFields.class.getDeclaredFields())
                .filter(field -> field.getType() == String.class)
                .map(AnomalyReferenceTests::value)
                .filter(name -> !name.equals(AnomalyFields.AS_STRING));
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
