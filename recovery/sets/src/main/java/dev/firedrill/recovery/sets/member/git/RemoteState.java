package dev.firedrill.recovery.sets.member.git;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;

/**
 * What a git server says that a repository has.
 *
 * @param refs every ref below {@code refs/} with the name of its object
 * @param head the branch that HEAD names, where the server says it
 */
record RemoteState(Map<String, String> refs, Optional<String> head) {
    static RemoteState of(Collection<Ref> advertised) {
        Map<String, String> refs = new TreeMap<>();
        Optional<String> head = Optional.empty();
        for (Ref ref : advertised) {
            if (ref.getName().startsWith(Constants.R_REFS) && ref.getObjectId() != null) {
                refs.put(ref.getName(), ref.getObjectId().name());
            }
            if (ref.getName().equals(Constants.HEAD) && ref.isSymbolic()) {
                head = Optional.of(ref.getTarget().getName());
            }
        }
        return new RemoteState(refs, head);
    }
}
