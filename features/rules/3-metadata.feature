@rule-3
Feature: The package cache is the truth for labels, annotations and owners
  Git has no place for the metadata of a package revision, so they live in the package cache only. They survive as long
  as the cache does, whatever happens to the other stores, and they are lost with it. Metadata alone is not a package
  revision: where the content is gone, no empty package revision may take its place. All of that is told where one store
  alone is restored or lost.

  Background:
    Given the standard history with its recovery points P1 and P2

  Rule: A deletion that waits for finalizers goes on waiting, and happens when they are removed

    @waiting-deletion
    Scenario Outline: The control plane is lost while "<package>" waits to be deleted
      Given the package "<package>" was deleted and waits for its finalizers
      When the control plane is lost
      Then its deletion still waits for its finalizers
      And its deletion is done in every store as soon as its finalizers are removed

      Examples: Each lifecycle from which a package revision can be deleted
        | package                    |
        | draft-throughout           |
        | proposed-throughout        |
        | deletion-proposed-after-p1 |
