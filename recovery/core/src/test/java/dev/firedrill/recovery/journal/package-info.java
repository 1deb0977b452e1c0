@NullMarked
package dev.firedrill.recovery.journal;

import org.jspecify.annotations.NullMarked;
