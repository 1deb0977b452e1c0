package dev.firedrill.conformance;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The suites of all store and link roles against the forms in containers; where no engine is, all of them are skipped. The
 * system under test has no form in a container.
 */
@Suite(failIfNoTests = false)
@SelectPackages("dev.firedrill.conformance")
@ExcludePackages("dev.firedrill.conformance.system")
@IncludeClassNamePatterns(".*Conformance")
@ConfigurationParameter(key = FormArguments.ONLY, value = "containers")
class ContainerFormsIT {}
