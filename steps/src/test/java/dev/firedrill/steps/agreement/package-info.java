@NullMarked
package dev.firedrill.steps.agreement;

import org.jspecify.annotations.NullMarked;
