/** What operators and users do in a scenario besides the disaster. */
@org.jspecify.annotations.NullMarked
package dev.firedrill.scenarios.action;
