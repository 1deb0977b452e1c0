package dev.firedrill.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * The tests of the class run once against each form that can run here. The class has a field for it, a {@link FormUnderTest}
 * with {@link org.junit.jupiter.params.Parameter}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}", autoCloseArguments = false)
@ArgumentsSource(FormArguments.class)
public @interface AgainstEveryForm {
    /** The role and the abilities that a form must have. */
    Class<?>[] value();
}
