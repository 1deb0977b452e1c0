@rule-3
Feature: The package cache is the truth for labels, annotations and owners
  Git has no place for the metadata of a package revision, so they live in the package cache only. They survive as long
  as the cache does, whatever happens to the other stores, and they are lost with it. Metadata alone is not a package
  revision: where the content is gone, no empty package revision may take its place.

  Rule: Metadata survive the loss of the other stores

    Scenario: The cluster is lost
      Given the standard history with its recovery points P1 and P2
      When the control plane is lost, git is intact and the package cache is intact
      Then every package revision has the labels and annotations that it had at the disaster

    Scenario: A proposal of the restored cache turns out to be published
      Given the standard history with its recovery points P1 and P2
      When the control plane is intact, git is intact and the package cache is restored to P1
      Then the package "proposal-approved-after-p1" is published with the labels and annotations that it had at P1

  Rule: A deletion that waits for finalizers goes on waiting, and happens when they are taken away

    @waiting-deletion
    Scenario Outline: The cluster is lost while "<package>" waits to be deleted
      Given the standard history with its recovery points P1 and P2
      And the package "<package>" was deleted and waits for its finalizers
      When the control plane is lost, git is intact and the package cache is intact
      Then its deletion still waits for its finalizers
      And it is gone from every store as soon as its finalizers are taken away

      Examples: Each lifecycle from which a package revision can be deleted
        | package                    |
        | draft-throughout           |
        | proposed-throughout        |
        | deletion-proposed-after-p1 |

  Rule: Metadata alone make no package revision

    Scenario: The cache still has the metadata of what git has lost
      Given the standard history with its recovery points P1 and P2
      When the control plane is intact, git is restored to P1 and the package cache is intact
      Then every package revision has content
      And the package "created-and-approved-after-p1" is gone
