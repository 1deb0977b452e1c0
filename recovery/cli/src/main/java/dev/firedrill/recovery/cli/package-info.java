/**
 * The recovery's command line: options in, exit codes out.
 *
 * <pre>
 * RecoveryMain.main(arguments)                     serve · plan · recover · rescue
 * RecoveryMain.run(RecoveryFactory, arguments)     the same commands with components of another recovery
 * RecoveryTool                                     the shipped recovery as a tool of a running JVM
 * ServeCommand, PlanCommand, RecoverCommand, RescueCommand     also commands of {@code firedrill}
 * StoreOptions                                     where the three stores are; shared by all commands
 * </pre>
 */
@NullMarked
package dev.firedrill.recovery.cli;

import org.jspecify.annotations.NullMarked;
