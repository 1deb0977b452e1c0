@NullMarked
package dev.firedrill.recovery.tls;

import org.jspecify.annotations.NullMarked;
