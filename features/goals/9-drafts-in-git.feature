@goals
Feature: Git has branches of drafts and proposals
  Porch can be told to push drafts and proposals to branches in git. This orchestrator cannot: it neither pushes drafts
  nor reads them from git, so the package cache is the only place that they are in, whatever branches there may be. What
  has to be shown is therefore that branches which another Porch has left are harmless. They must not overwrite the
  drafts of the cache, must not bring back what was lost, must not delete anything, and are not written to.

  That a lost cache gets its drafts back from such branches, as with a Porch that pushes them, is not offered.

  Rule: Branches of drafts change nothing

    @S23
    Scenario: An orchestrator starts and finds branches of drafts that it did not push
      Given the standard history with its recovery points P1 and P2
      And somebody has pushed branches of drafts and proposals to the git repository "packages"
      When the orchestrator is killed while it is idle, and started again
      Then in the repository "packages" everything is as it was at the disaster
      And every package revision has the labels and annotations that it had at the disaster

    @S22
    Scenario: Git is put back to a moment before the branches were pushed
      Given the standard history with its recovery points P1 and P2
      And somebody has pushed branches of drafts and proposals to the git repository "packages"
      When the control plane is intact, git is restored to P1 and the package cache is intact
      Then the repository "packages" holds 4 drafts, 3 proposals, 5 published and 2 proposed for deletion, and 7 placeholders

  Rule: Branches of drafts are no backup of drafts

    @S21
    Scenario: The package cache is lost and git has branches of its drafts
      Given the standard history with its recovery points P1 and P2
      And somebody has pushed branches of drafts and proposals to the git repository "packages"
      When the control plane is intact, git is intact and the package cache is lost
      Then the repository "packages" holds 0 drafts, 0 proposals, 8 published and 0 proposed for deletion, and 11 placeholders
