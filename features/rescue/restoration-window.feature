@restoration-window
Feature: The restoration window ends when an operator says so
  After a disaster Repositories return one by one, and nobody but an operator knows which of them will not. Until the
  operator says so, package revisions of a missing Repository are set aside: nobody sees them, nothing deletes them, and
  the plan and the status of the orchestrator name them.

  Closing the window says that whatever is missing now is meant to be missing. Then the package cache gives it up, and as
  with everything that it gives up, it goes into a rescue set first.

  Rule: What is set aside can be seen

    Scenario: An operator asks what is waiting for its Repository
      Given the standard history with its recovery points P1 and P2
      And the control plane was restored to P1
      When an operator looks at the restoration window
      Then the plan sets the repository "registered-later" aside and takes nothing of it away
      And the status names the repository "registered-later" alone, with everything that it held

  Rule: Closing the window moves what is still missing into the rescue set, and nothing else

    Scenario: An operator closes the window while a Repository is missing
      Given the standard history with its recovery points P1 and P2
      And the control plane was restored to P1
      When an operator closes the restoration window
      Then the package cache holds nothing of the repository "registered-later" any more
      And the rescue set holds everything that the repository "registered-later" held
      And nothing of "registered-later" can be brought back before it is registered again
      And in the repository "packages" everything is as it was at the disaster

    Scenario: The Repository returns after all
      Given the standard history with its recovery points P1 and P2
      And the control plane was restored to P1
      And an operator has closed the restoration window
      And the repository "registered-later" was registered again
      When an operator brings back everything that was taken out
      Then all of it is back as drafts with the content, labels and annotations of the disaster
