package hudson.init;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jvnet.hudson.annotation_indexer.Indexed;

/** Marks a static method that the controller calls while it starts; the host calls none. */
@Indexed
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Initializer {
    /** Not before that is reached. */
    InitMilestone after() default InitMilestone.STARTED;

    /** That is not reached before. */
    InitMilestone before() default InitMilestone.COMPLETED;
}
