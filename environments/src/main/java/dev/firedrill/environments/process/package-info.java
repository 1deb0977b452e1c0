/** Child processes, files and local ports of the harness, under a supervisor: none outlives it, however it ends. */
@NullMarked
package dev.firedrill.environments.process;

import org.jspecify.annotations.NullMarked;
