@rule-1
Feature: The control plane is the truth for Repositories
  Which git repositories take part is written in the control plane and nowhere else. The package cache aligns with it.

  Aligning must not mean deleting. A Repository may be missing because somebody removed it, or because the control plane
  is older than it is, or is still being filled. From the cache these look the same. So package revisions of a missing
  Repository are set aside: not listed and not deleted, until the Repository returns or an operator closes the window.

  Rule: Package revisions of a Repository that the control plane does not know are set aside

    Scenario: The restored control plane does not know a Repository that was registered later
      Given the standard history with its recovery points P1 and P2
      When the control plane is restored to P1, git is intact and the package cache is intact
      Then the repository "registered-later" is set aside with everything that it held
      And nobody can see the package revisions of "registered-later"

    Scenario: An empty control plane deletes nothing
      Given the standard history with its recovery points P1 and P2
      When the control plane is lost and nobody has applied a manifest yet
      Then every repository is set aside with everything that it held

  Rule: A Repository that returns has everything that was set aside

    Scenario: A Repository is registered again
      Given the standard history with its recovery points P1 and P2
      And the control plane was restored to P1
      When the repository "registered-later" is registered again
      Then in the repository "registered-later" everything is as it was at the disaster

  Rule: A Repository that the control plane knows is filled with what git has published

    Scenario: A Repository that had been unregistered is back in the restored control plane
      Given the standard history with its recovery points P1 and P2
      When the control plane is restored to P1, git is intact and the package cache is intact
      Then the repository "unregistered-later" holds exactly what its git repository has published
