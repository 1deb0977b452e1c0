@goals
Feature: Total disaster with backups of different moments
  The control plane, git and the package cache are lost together, and the backups of git and of the cache were not taken
  at the same time. Which of them is older decides what it costs. With the older backup of git, approvals in between are
  undone, and their revisions are kept in a rescue set. With the older backup of the cache, nothing published is lost at
  all, which is why a backup takes the cache first and git second.

  Background:
    Given the standard history with its recovery points P1 and P2

  Rule: An older git undoes approvals, and what they published can be restored

    @S03
    Scenario: Git is restored to P1 and the package cache to P2
      When the control plane is lost, git is restored to P1 and the package cache is restored to P2
      Then the Repository "packages" holds 6 drafts, 2 proposals, 6 published and 1 proposed for deletion, and 7 placeholders
      And the package "proposal-approved-after-p1" is gone
      And the package "created-and-approved-after-p1" is gone
      And the former content of "proposal-approved-after-p1" is in a rescue set
      And the former content of "created-and-approved-after-p1" is in a rescue set

  Rule: An older package cache costs nothing that was published

    @S04
    Scenario: Git is restored to P2 and the package cache to P1
      When the control plane is lost, git is restored to P2 and the package cache is restored to P1
      Then the Repository "packages" holds 5 drafts, 3 proposals, 7 published and 2 proposed for deletion, and 10 placeholders
      And the package "proposal-approved-after-p1" is published with the labels and annotations of P1
      And the package "draft-approved-after-p1" is a draft with its content from before the disaster
      And every PackageVariant owns its packages again
      And every Repository is ready

  Rule: All stores at one moment are that moment

    @S17
    Scenario: Control plane, git and package cache are restored to P1
      When the control plane is restored to P1, git is restored to P1 and the package cache is restored to P1
      Then the Repository "packages" holds 5 drafts, 4 proposals, 4 published and 3 proposed for deletion, and 7 placeholders
      And no package revision from before P1 is lost
      And every Repository is ready
