/**
 * The ways to change a part of an object: JSON patch, merge patch, strategic merge patch and server-side apply with the
 * book-keeping of who owns which field. Pure functions over bodies and schemas.
 */
@NullMarked
package dev.firedrill.environments.kubernetes.inprocess.patch;

import org.jspecify.annotations.NullMarked;
