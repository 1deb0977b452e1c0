package dev.firedrill.proof.system;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The suite of the role against the shipped system and a deliberately wrong one; it runs the jars that were built. */
@Suite
@SelectPackages("dev.firedrill.conformance.system")
@IncludeClassNamePatterns(".*Conformance")
class SystemFormsIT {}
