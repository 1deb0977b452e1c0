package dev.firedrill.environments.role.system;

/** Ability of a system to push drafts and proposals to branches in git. */
public interface PushesDrafts {
    /** It pushes them; a command of an operator that is told the same reckons with their branches. */
    StartOptions pushingDrafts();
}
