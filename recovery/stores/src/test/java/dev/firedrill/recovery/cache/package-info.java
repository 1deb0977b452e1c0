@NullMarked
package dev.firedrill.recovery.cache;

import org.jspecify.annotations.NullMarked;
