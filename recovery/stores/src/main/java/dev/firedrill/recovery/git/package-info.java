/** Git repositories in Porch's layout, over the network: what is published, publishing, and removal of tags. */
@NullMarked
package dev.firedrill.recovery.git;

import org.jspecify.annotations.NullMarked;
