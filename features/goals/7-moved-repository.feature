@goals
Feature: A git repository moves to another URL
  The URL of a Repository cannot be changed, so it is deleted and created with another one. Deleting a Repository takes
  its package revisions out of the cache, drafts too, which are nowhere else. They are kept aside in a rescue set and can
  be brought back. Whoever replaces the Repository while no orchestrator runs, as in a restore, does not even need that:
  to the cache the Repository was merely away for a while.

  Rule: What a deleted Repository takes along can be brought back

    @S24
    Scenario: The Repository is deleted and created while the orchestrator looks on
      Given the standard history with its recovery points P1 and P2
      When the git repository "packages" moves to another URL while the orchestrator looks on
      Then the repository "packages" holds 0 drafts, 0 proposals, 8 published and 0 proposed for deletion, and 11 placeholders
      And the rescue set holds the former content of "draft-throughout"
      And the rescue set holds the former content of "proposed-throughout"

    @S24
    Scenario: Drafts come back after the move
      Given the standard history with its recovery points P1 and P2
      And the git repository "packages" has moved to another URL while the orchestrator looked on
      When an operator brings back everything that was taken out
      Then these packages are drafts with the content, labels and annotations of the disaster:
        | draft-throughout        |
        | draft-created-after-p1  |
        | proposed-throughout     |
        | draft-proposed-after-p1 |

  Rule: A Repository that comes back with another URL finds everything as it was

    @S24
    Scenario: The Repository is replaced while no orchestrator runs
      Given the standard history with its recovery points P1 and P2
      When the git repository "packages" moves to another URL while no orchestrator runs
      Then in the repository "packages" everything is as it was at the disaster
      And every repository is ready
