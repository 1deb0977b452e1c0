/**
 * Git repositories in Porch's layout, over the network: what is published, publishing, and removal of tags.
 *
 * <pre>
 * git            new JGitRepositories(workDirectory, CredentialsSource, Journal, Clock, …)   implements port.GitRepositories
 * git.push       commits, tags and branches of drafts, pushed so that a moved ref is never overwritten
 * git.clone      a bare clone for each URL, brought up to date ref by ref
 * git.scan       a clone's tags, package branch and branches of drafts, as revisions and placeholders
 * git.tree       directories of packages, read and edited without a work tree
 * git.transport  HTTP with limits and logins; folders; GitFailure says in a sentence what went wrong
 * </pre>
 */
@NullMarked
package dev.firedrill.recovery.git;

import org.jspecify.annotations.NullMarked;
