@crash
Feature: A request that is interrupted is done or not done
  An approval and a deletion change two stores, git first and the package cache after it. Between the two changes the
  orchestrator may die or lose a connection, and then the user does not know what became of the request. What git has is
  what counts, so the request is done as soon as it reached git, whatever happened afterwards.

  Scenario: An approval
    Given the standard history with its recovery points P1 and P2
    When the approval of "proposed-throughout" is interrupted time and again
    Then it ends every time as it ends without an interruption
    And no interruption costs anything

  Scenario: A deletion
    Given the standard history with its recovery points P1 and P2
    When the deletion of "deletion-proposed-throughout" is interrupted time and again
    Then it ends every time as it ends without an interruption
    And no interruption costs anything
