@goals
Feature: A git repository moves to another URL
  The URL of a Repository cannot be changed, so it is deleted and created with another one. Deleting a Repository takes
  its package revisions out of the cache, drafts too, which are nowhere else. They are kept in a rescue set and can be
  restored. Replacing the Repository while no orchestrator is running, as in a restore, does not even need that: to the
  cache the Repository was merely away for a while.

  Background:
    Given the standard history with its recovery points P1 and P2

  Rule: What a deleted Repository takes along can be restored

    @S24
    Scenario: The Repository is deleted and created while the orchestrator is running
      When the git repository "packages" moves to another URL while the orchestrator is running
      Then the Repository "packages" holds 0 drafts, 0 proposals, 8 published and 0 proposed for deletion, and 11 placeholders
      And the former content of "draft-throughout" is in a rescue set
      And the former content of "proposed-throughout" is in a rescue set

    @S24
    Scenario: Drafts are restored after the move
      Given the git repository "packages" moved to another URL while the orchestrator was running
      When an operator restores every rescue set
      Then these packages are drafts with the content, labels and annotations from before the disaster:
        | draft-throughout        |
        | draft-created-after-p1  |
        | proposed-throughout     |
        | draft-proposed-after-p1 |

  Rule: A Repository that comes back with another URL finds everything as it was

    @S24
    Scenario: The Repository is replaced while no orchestrator is running
      When the git repository "packages" moves to another URL while no orchestrator is running
      Then no package in "packages" differs from its state before the disaster
      And every Repository is ready
