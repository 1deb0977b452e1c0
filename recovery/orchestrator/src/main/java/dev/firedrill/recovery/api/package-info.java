/** Porch's API over HTTP: discovery, package revisions, their resources and approvals, and the pages of this process. */
@NullMarked
package dev.firedrill.recovery.api;

import org.jspecify.annotations.NullMarked;
