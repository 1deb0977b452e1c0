/** How git servers and folders are spoken to, with limits and logins, and what their failures mean. */
@NullMarked
package dev.firedrill.recovery.git.transport;

import org.jspecify.annotations.NullMarked;
