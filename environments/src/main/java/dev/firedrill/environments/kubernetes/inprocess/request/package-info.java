/** What a request asks for: its path, its query, its selectors, its body; and how it is answered. */
@NullMarked
package dev.firedrill.environments.kubernetes.inprocess.request;

import org.jspecify.annotations.NullMarked;
