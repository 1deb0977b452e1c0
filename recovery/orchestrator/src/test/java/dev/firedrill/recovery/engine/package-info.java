/** Tests of the verbs on package revisions. */
@NullMarked
package dev.firedrill.recovery.engine;

import org.jspecify.annotations.NullMarked;
