package dev.firedrill.environments.role.system;

import dev.firedrill.model.SystemStatement.Quarantined;
import java.util.List;

/** Ability of a system to say which repositories it keeps out of sight. That it does so is seen in the stores. */
public interface Quarantines {
    /** Each repository that is kept out of sight now. */
    List<Quarantined> quarantined();
}
