/**
 * What keeps a drill from stores that nobody gave it: targets that are named, markers in the stores, a list of what is never touched.
 */
@org.jspecify.annotations.NullMarked
package dev.firedrill.environments.interlock;
