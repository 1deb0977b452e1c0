@goals
Feature: Total disaster with backups of different moments
  Cluster, git and package cache are lost together, and the backups of git and of the cache were not taken at the same
  time. Which of them is older decides what it costs. With the older backup of git, approvals in between are undone, and
  their revisions are kept aside. With the older backup of the cache, nothing published is lost at all, which is why a
  backup takes the cache first and git second.

  Rule: An older git undoes approvals, and what they published can be brought back

    @S03
    Scenario: Git comes back from P1 and the package cache from P2
      Given the standard history with its recovery points P1 and P2
      When the control plane is lost, git is restored to P1 and the package cache is restored to P2
      Then the repository "packages" holds 6 drafts, 2 proposals, 6 published and 1 proposed for deletion, and 7 placeholders
      And the package "proposal-approved-after-p1" is gone
      And the package "created-and-approved-after-p1" is gone
      And the rescue set holds the former content of "proposal-approved-after-p1"
      And the rescue set holds the former content of "created-and-approved-after-p1"

  Rule: An older package cache costs nothing that was published

    @S04
    Scenario: Git comes back from P2 and the package cache from P1
      Given the standard history with its recovery points P1 and P2
      When the control plane is lost, git is restored to P2 and the package cache is restored to P1
      Then the repository "packages" holds 5 drafts, 3 proposals, 7 published and 2 proposed for deletion, and 10 placeholders
      And the package "proposal-approved-after-p1" is published with the labels and annotations that it had at P1
      And the package "draft-approved-after-p1" is there as a draft, with the content that it had at the disaster
      And every PackageVariant owns its packages again
      And every repository is ready
