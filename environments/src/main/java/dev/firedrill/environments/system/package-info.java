/** What runs systems under test: processes that outlive the commands of the recovery, and waiting for a system. */
@NullMarked
package dev.firedrill.environments.system;

import org.jspecify.annotations.NullMarked;
