package cn.gongshu.regulation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The clause that a rule carries out, or that a test tries to break. The build fails on an id that {@link Clauses} does
 * not know.
 */
@Documented
@Repeatable(Clause.Several.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Clause {

    /** Id of the clause, such as R066. */
    String value();

    /** More than one clause on one rule or test. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.TYPE})
    @interface Several {
        Clause[] value();
    }
}
