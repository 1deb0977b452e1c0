/** What every git server that is reached over the network needs: Gitea's REST API, and mirrors of its repositories. */
@NullMarked
package dev.firedrill.environments.git.gitea;

import org.jspecify.annotations.NullMarked;
