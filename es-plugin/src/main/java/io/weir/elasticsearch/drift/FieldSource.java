package io.weir.elasticsearch.drift;

import org.elasticsearch.index.mapper.DateFieldMapper;
import org.elasticsearch.index.mapper.DateFieldMapper.DateFieldType;
import org.elasticsearch.search.DocValueFormat;
import org.elasticsearch.search.aggregations.support.AggregationContext;
import org.elasticsearch.search.aggregations.support.CoreValuesSourceType;
import org.elasticsearch.search.aggregations.support.ValuesSource;
import org.elasticsearch.search.aggregations.support.ValuesSourceConfig;
import org.elasticsearch.search.aggregations.support.ValuesSourceType;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a field are got in one shard.
 *
 * @param kind what is made of them
 * @param values where they come from; null if the field is not mapped
 * @param format how a category is written
 * @param scale what a number is multiplied by
 */
record FieldSource(Kind kind, @Nullable ValuesSource values, DocValueFormat format, double scale) {
    /** Kinds of sketches. */
    enum Kind {
        /** Numbers and times. */
        NUMBERS,
        /** Categories that the index has numbered. */
        ORDINALS,
        /** Categories as they are. */
        TEXTS,
        /** Numbers and truth values, read as categories. */
        NUMBER_CATEGORIES,
        /** Only whether there is a value. */
        PRESENCE,
        /** No field. */
        UNMAPPED
    }

    private static final double NANOS = 1e-6;

    /**
     * Finds a field.
     *
     * @throws IllegalArgumentException if its type is none that can be compared, or not what the reference holds
     */
    static FieldSource of(ComparedField field, Reading reading, AggregationContext context) {
        ValuesSourceConfig config = ValuesSourceConfig.resolve(
                context, null, field.field(), null, null, null, null, CoreValuesSourceType.KEYWORD);
        if (config.fieldContext() == null || !config.hasValues()) {
            return new FieldSource(Kind.UNMAPPED, null, DocValueFormat.RAW, 1);
        }
        Kind kind = reading == Reading.PRESENCE ? Kind.PRESENCE : kind(field, reading, config);
        return new FieldSource(kind, config.getValuesSource(), config.format(), scale(config));
    }

    private static Kind kind(ComparedField field, Reading reading, ValuesSourceConfig config) {
        ValuesSourceType type = config.valueSourceType();
        boolean number = type == CoreValuesSourceType.NUMERIC || type == CoreValuesSourceType.DATE;
        if (number && config.getValuesSource() instanceof ValuesSource.Numeric) {
            return reading == Reading.CATEGORIES ? Kind.NUMBER_CATEGORIES : Kind.NUMBERS;
        }
        boolean categories = type == CoreValuesSourceType.KEYWORD
                || type == CoreValuesSourceType.IP
                || type == CoreValuesSourceType.BOOLEAN;
        if (!categories) {
            throw new IllegalArgumentException("field [" + field.field() + "] is of type [" + type(config)
                    + "], drift compares numbers, dates, booleans, keywords and ip addresses; leave it out");
        }
        if (reading == Reading.NUMBERS) {
            throw new IllegalArgumentException("field [" + field.field() + "] is of type [" + type(config)
                    + "], but column [" + field.column()
                    + "] of the reference holds numbers or times; map the field as "
                    + "such, or give the column a check for categories, such as js_distance with unseen");
        }
        if (type == CoreValuesSourceType.BOOLEAN) {
            return Kind.NUMBER_CATEGORIES;
        }
        return config.getValuesSource() instanceof ValuesSource.Bytes.WithOrdinals ? Kind.ORDINALS : Kind.TEXTS;
    }

    private static String type(ValuesSourceConfig config) {
        return config.fieldType() == null
                ? config.valueSourceType().typeName()
                : config.fieldType().typeName();
    }

    private static double scale(ValuesSourceConfig config) {
        return config.fieldType() instanceof DateFieldType date
                        && date.resolution() == DateFieldMapper.Resolution.NANOSECONDS
                ? NANOS
                : 1;
    }
}
