/**
 * What the in-process Kubernetes API stands on: one ordered store of all objects with one revision counter, its recent
 * history, and those who follow it. Knows keys and bodies, and nothing of kinds, schemas or HTTP.
 */
@NullMarked
package dev.firedrill.environments.kubernetes.inprocess.store;

import org.jspecify.annotations.NullMarked;
