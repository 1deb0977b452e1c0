/** The package cache member: every table as rows of COPY, and what makes the tables. */
@NullMarked
package dev.firedrill.recovery.sets.member.cache;

import org.jspecify.annotations.NullMarked;
