/**
 * The roles of an environment: small interfaces that every form of a store implements. Abilities that not every form has
 * are interfaces of their own, which a scenario asks for.
 */
@NullMarked
package dev.firedrill.environments.role;

import org.jspecify.annotations.NullMarked;
