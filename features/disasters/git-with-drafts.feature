@goals
Feature: Drafts and proposals are pushed to git
  The package cache is the truth for drafts and proposals. An orchestrator can be told to push each of them to a branch in
  git as well. Then git has a copy, and only a copy: as long as the cache has a draft, what a branch says does not count. A
  cache that was lost gets its drafts back from their branches, with their content and without labels, annotations and
  owners, which no branch has.

  Branches say nothing about what was deleted. A draft that the cache no longer has therefore stays away, even where git
  was restored to a time when it had a branch. What such a branch holds goes into a rescue set first.

  Nobody may lose a draft by turning this on or off.

  @pushes-drafts
  Rule: A cache that was lost gets its drafts back from their branches

    Background:
      Given the standard history of an orchestrator that pushes drafts to git, with its recovery points P1 and P2

    @S21
    Scenario: The package cache is lost
      When the package cache is lost
      Then the Repository "packages" holds 4 drafts, 3 proposals, 8 published and 0 proposed for deletion, and 11 placeholders
      And the package "draft-throughout" is a draft with its content from before the disaster

    @S21
    Scenario: The package cache is lost and git is restored to an earlier time
      When git is restored to P1 and the package cache is lost
      Then the Repository "packages" holds 5 drafts, 4 proposals, 7 published and 0 proposed for deletion, and 7 placeholders

    @S21
    Scenario: The whole control plane is lost with the package cache
      When the control plane is lost and the package cache is lost
      Then the Repository "packages" holds 4 drafts, 3 proposals, 8 published and 0 proposed for deletion, and 11 placeholders

  @pushes-drafts
  Rule: What the cache has wins over every branch

    Background:
      Given the standard history of an orchestrator that pushes drafts to git, with its recovery points P1 and P2

    @S22
    Scenario: Git is restored to a time before drafts were made, changed and deleted
      When git is restored to P1
      Then the Repository "packages" holds 4 drafts, 3 proposals, 5 published and 2 proposed for deletion, and 7 placeholders
      And the package "draft-throughout" is a draft with its content from before the disaster

    @S22
    Scenario: Git is lost with all its branches
      When git is lost
      Then the Repository "packages" holds 4 drafts, 3 proposals, 0 published and 0 proposed for deletion, and 0 placeholders

    Scenario: The package cache is restored to an earlier time than git
      When the package cache is restored to P1
      Then the Repository "packages" holds 4 drafts, 3 proposals, 6 published and 2 proposed for deletion, and 11 placeholders
      And every revision removed from the package cache is in a rescue set

  Rule: Turning it on or off loses no draft

    @S23 @no-longer-pushed @pushes-drafts
    Scenario: Drafts have branches, and the orchestrator starts without pushing any
      Given the standard history of an orchestrator that pushes drafts to git, with its recovery points P1 and P2
      When the orchestrator is killed, and started again without pushing drafts to git
      Then no package in "packages" differs from its state before the disaster
      And every package revision has the labels and annotations from before the disaster

    @S23
    Scenario: Drafts have no branches, and the orchestrator starts to push them
      Given the standard history with its recovery points P1 and P2
      When the orchestrator is killed, and started again to push drafts to git from now on
      Then no package in "packages" differs from its state before the disaster
      And every package revision has the labels and annotations from before the disaster

  Rule: An orchestrator that does not push drafts leaves branches alone

    Background:
      Given the standard history with its recovery points P1 and P2
      And somebody has pushed branches of drafts and proposals to the git repository "packages"

    @S23
    Scenario: An orchestrator starts and finds branches of drafts that it did not push
      When the orchestrator is killed while it is idle, and started again
      Then no package in "packages" differs from its state before the disaster
      And every package revision has the labels and annotations from before the disaster

    @S22
    Scenario: Git is restored to a moment before the branches were pushed
      When git is restored to P1
      Then the Repository "packages" holds 4 drafts, 3 proposals, 5 published and 2 proposed for deletion, and 7 placeholders

    @S21
    Scenario: The package cache is lost and nobody reads the branches of its drafts
      When the package cache is lost
      Then the Repository "packages" holds 0 drafts, 0 proposals, 8 published and 0 proposed for deletion, and 11 placeholders
