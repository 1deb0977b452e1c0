@NullMarked
package dev.firedrill.recovery.cluster;

import org.jspecify.annotations.NullMarked;
