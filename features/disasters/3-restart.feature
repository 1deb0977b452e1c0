@five-disasters
Feature: Ungraceful restart
  The orchestrator is killed without warning and a new process starts on the same stores. The three stores are as they
  were, so nothing may be lost or changed, whatever the orchestrator was doing.

  Background:
    Given the standard history with its recovery points P1 and P2

  Rule: A killed orchestrator loses nothing

    @S07
    Scenario: The orchestrator is killed while it is idle
      When the orchestrator is killed while it is idle, and started again
      Then the Repository "packages" holds 4 drafts, 3 proposals, 6 published and 2 proposed for deletion, and 11 placeholders
      And no package in "packages" differs from its state before the disaster

    @S07
    Scenario: The orchestrator is killed during a synchronisation
      When the orchestrator is killed during a synchronisation, and started again
      Then the Repository "packages" holds 4 drafts, 3 proposals, 6 published and 2 proposed for deletion, and 11 placeholders
      And no package in "packages" differs from its state before the disaster

  Rule: An approval that reached git counts, even when the orchestrator died before it could write that down

    @S08
    Scenario: The orchestrator is killed between the push to git and the write to the package cache
      When the orchestrator is killed during the approval of "proposed-throughout", and started again
      Then the package "proposed-throughout" is published with the labels and annotations of its proposal
      And the Repository "packages" holds 4 drafts, 2 proposals, 7 published and 2 proposed for deletion, and 12 placeholders
