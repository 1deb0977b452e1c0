package dev.firedrill.conformance;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The suites of all roles against the forms in containers; where no engine is, all of them are skipped. */
@Suite(failIfNoTests = false)
@SelectPackages("dev.firedrill.conformance")
@IncludeClassNamePatterns(".*Conformance")
@ConfigurationParameter(key = FormArguments.ONLY, value = "containers")
class ContainerFormsIT {}
