package hudson;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.java.sezpoz.Indexable;

/** Marks a class that the controller finds by itself, through the index that SezPoz writes at compile time. */
@Indexable
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
public @interface Extension {
    /** Higher ones come first. */
    double ordinal() default 0;

    /** Whether a class that can't be loaded is skipped in silence. */
    boolean optional() default false;
}
