/** Child processes and files of the harness, on a leash: none of them outlives it, however it ends. */
@NullMarked
package dev.firedrill.environments.process;

import org.jspecify.annotations.NullMarked;
