@NullMarked
package dev.firedrill.recovery.sets.support;

import org.jspecify.annotations.NullMarked;
