package dev.firedrill.conformance;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The suites of one role against all forms that run without containers. */
@Suite
@SelectPackages("dev.firedrill.conformance.git")
@IncludeClassNamePatterns(".*Conformance")
class GitServerFormsTest {}
