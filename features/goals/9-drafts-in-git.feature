@goals
Feature: Drafts and proposals are pushed to git
  The package cache is the truth for drafts and proposals. An orchestrator can be told to push each of them to a branch in
  git as well. Then git has a copy, and only a copy: as long as the cache has a draft, what a branch says does not count. A
  cache that was lost gets its drafts back from their branches, with their content and without labels, annotations and
  owners, which no branch has.

  Branches say nothing about what was deleted. A draft that the cache no longer has therefore stays away, even where git
  went back to a time when it had a branch. What such a branch holds is put aside first.

  Nobody may lose a draft by turning this on or off.

  Rule: A cache that was lost gets its drafts back from their branches

    @S21
    Scenario: The package cache is lost
      Given the standard history of an orchestrator that pushes drafts to git, with its recovery points P1 and P2
      When the control plane is intact, git is intact and the package cache is lost
      Then the repository "packages" holds 4 drafts, 3 proposals, 8 published and 0 proposed for deletion, and 11 placeholders
      And the package "draft-throughout" is there as a draft, with the content that it had at the disaster

    @S21
    Scenario: The package cache is lost and git is put back to an earlier time
      Given the standard history of an orchestrator that pushes drafts to git, with its recovery points P1 and P2
      When the control plane is intact, git is restored to P1 and the package cache is lost
      Then the repository "packages" holds 5 drafts, 4 proposals, 7 published and 0 proposed for deletion, and 7 placeholders

    @S21
    Scenario: The whole cluster is lost with the package cache
      Given the standard history of an orchestrator that pushes drafts to git, with its recovery points P1 and P2
      When the control plane is lost, git is intact and the package cache is lost
      Then the repository "packages" holds 4 drafts, 3 proposals, 8 published and 0 proposed for deletion, and 11 placeholders

  Rule: What the cache has wins over every branch

    @S22
    Scenario: Git is put back to a time before drafts were made, changed and deleted
      Given the standard history of an orchestrator that pushes drafts to git, with its recovery points P1 and P2
      When the control plane is intact, git is restored to P1 and the package cache is intact
      Then the repository "packages" holds 4 drafts, 3 proposals, 5 published and 2 proposed for deletion, and 7 placeholders
      And the package "draft-throughout" is there as a draft, with the content that it had at the disaster

    @S22
    Scenario: Git is lost with all its branches
      Given the standard history of an orchestrator that pushes drafts to git, with its recovery points P1 and P2
      When the control plane is intact, git is lost and the package cache is intact
      Then the repository "packages" holds 4 drafts, 3 proposals, 0 published and 0 proposed for deletion, and 0 placeholders

    Scenario: The package cache is put back to an earlier time than git
      Given the standard history of an orchestrator that pushes drafts to git, with its recovery points P1 and P2
      When the control plane is intact, git is intact and the package cache is restored to P1
      Then the repository "packages" holds 4 drafts, 3 proposals, 6 published and 2 proposed for deletion, and 11 placeholders
      And the rescue set holds what the cache gave up

  Rule: Turning it on or off loses no draft

    @S23 @no-longer-pushed
    Scenario: Drafts have branches, and the orchestrator starts without pushing any
      Given the standard history of an orchestrator that pushes drafts to git, with its recovery points P1 and P2
      When the orchestrator is killed, and started again without pushing drafts to git
      Then in the repository "packages" everything is as it was at the disaster
      And every package revision has the labels and annotations that it had at the disaster

    @S23
    Scenario: Drafts have no branches, and the orchestrator starts to push them
      Given the standard history with its recovery points P1 and P2
      When the orchestrator is killed, and started again to push drafts to git from now on
      Then in the repository "packages" everything is as it was at the disaster
      And every package revision has the labels and annotations that it had at the disaster

  Rule: An orchestrator that does not push drafts leaves branches alone

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

    @S21
    Scenario: The package cache is lost and nobody reads the branches of its drafts
      Given the standard history with its recovery points P1 and P2
      And somebody has pushed branches of drafts and proposals to the git repository "packages"
      When the control plane is intact, git is intact and the package cache is lost
      Then the repository "packages" holds 0 drafts, 0 proposals, 8 published and 0 proposed for deletion, and 11 placeholders
