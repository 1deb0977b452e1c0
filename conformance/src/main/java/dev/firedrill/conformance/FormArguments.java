package dev.firedrill.conformance;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives a suite the forms that it is for. */
final class FormArguments implements ArgumentsProvider {
    /** A parameter of the JUnit Platform, or a system property: the families to try, separated by commas. */
    static final String ONLY = "firedrill.conformance.only";

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        AgainstEveryForm wanted = AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), AgainstEveryForm.class)
                .orElseThrow();
        String only = context.getConfigurationParameter(ONLY).orElse("");
        DeclaredForms declared = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(DeclaredForms.class, key -> DeclaredForms.load(only), DeclaredForms.class);
        List<FormUnderTest<?>> forms = declared.thatAre(wanted.value());
        return forms.stream().map(Arguments::of);
    }
}
