@NullMarked
package dev.firedrill.recovery.cli;

import org.jspecify.annotations.NullMarked;
