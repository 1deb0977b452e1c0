/** What the HTTP servers inside the harness have in common. */
@NullMarked
package dev.firedrill.environments.http;

import org.jspecify.annotations.NullMarked;
