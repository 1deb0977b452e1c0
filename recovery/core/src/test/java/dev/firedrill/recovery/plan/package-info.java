@NullMarked
package dev.firedrill.recovery.plan;

import org.jspecify.annotations.NullMarked;
