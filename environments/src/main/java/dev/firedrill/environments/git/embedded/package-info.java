/** The git server in its embedded form: real git over smart HTTP, in front of bare repositories on disk. */
@NullMarked
package dev.firedrill.environments.git.embedded;

import org.jspecify.annotations.NullMarked;
