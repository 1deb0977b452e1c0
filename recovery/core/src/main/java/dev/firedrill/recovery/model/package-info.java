/**
 * The words of Porch as immutable data: repositories, package revisions, their lifecycles, contents and metadata. No
 * store, no network, no clock. Every other package of the recovery may import this one.
 */
@NullMarked
package dev.firedrill.recovery.model;

import org.jspecify.annotations.NullMarked;
