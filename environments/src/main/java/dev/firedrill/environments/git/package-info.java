/** What the forms of the git server share; each form is a package of its own. */
@org.jspecify.annotations.NullMarked
package dev.firedrill.environments.git;
