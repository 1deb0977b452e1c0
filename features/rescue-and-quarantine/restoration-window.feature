@restoration-window
Feature: The restoration window ends when an operator says so
  After a disaster Repositories return one by one, and nobody but an operator knows which of them will not. Until the
  operator says so, package revisions of a missing Repository are quarantined: nobody sees them, nothing deletes them, and
  the plan and the status of the orchestrator name them.

  Closing the window says that whatever is missing now is meant to be missing. Then the package cache gives it up, and as
  with everything that it gives up, it goes into a rescue set first.

  Background:
    Given the standard history with its recovery points P1 and P2
    And the control plane was restored to P1

  Rule: What is quarantined can be seen

    Scenario: An operator asks what is waiting for its Repository
      When an operator looks at the restoration window
      Then the Repository "registered-later" is quarantined by the plan, which removes nothing of it
      And the Repository "registered-later" is the only quarantined one in the status, with all its package revisions

  Rule: Closing the window moves what is still missing into the rescue set, and nothing else

    Scenario: An operator closes the window while a Repository is missing
      When an operator closes the restoration window
      Then the Repository "registered-later" has left the package cache
      And every package revision of the Repository "registered-later" is in a rescue set
      And the Repository "registered-later" gets nothing from a rescue set before it is registered again
      And no package in "packages" differs from its state before the disaster

    Scenario: The Repository returns after all
      Given an operator closed the restoration window
      And the Repository "registered-later" was registered again
      When an operator restores every rescue set
      Then every rescued package revision is a draft with the content, labels and annotations from before the disaster
