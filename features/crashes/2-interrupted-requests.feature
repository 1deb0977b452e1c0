@crash
Feature: A request that is interrupted is done or not done
  An approval and a deletion change two stores, git first and the package cache after it. Between the two changes the
  orchestrator may die or lose a connection, and then the user does not know what became of the request. What git has is
  what counts, so the request is done as soon as it reached git, whatever happened afterwards.

  Background:
    Given the standard history with its recovery points P1 and P2

  Scenario: An approval
    When the approval of "proposed-throughout" is interrupted again and again
    Then every interrupted request reaches the end state of an uninterrupted one
    And no interruption loses data

  Scenario: A deletion
    When the deletion of "deletion-proposed-throughout" is interrupted again and again
    Then every interrupted request reaches the end state of an uninterrupted one
    And no interruption loses data
