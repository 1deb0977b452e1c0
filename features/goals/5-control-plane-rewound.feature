@goals
Feature: The control plane is put back to an earlier moment
  A snapshot of the cluster is put back: the objects have their old identities, and watches end without a word about
  what was undone. No package revision may be lost over it, and what the cluster no longer names is set aside.

  Rule: The control plane decides about Repositories and not about their package revisions

    @S16
    Scenario: The control plane alone stands at P1
      Given the standard history with its recovery points P1 and P2
      When the control plane is restored to P1, git is intact and the package cache is intact
      Then in the repository "packages" everything is as it was at the disaster
      And the repository "registered-later" is set aside with everything that it held
      And the repository "unregistered-later" holds exactly what its git repository has published
      And the PackageVariant "deleted-after-p1" is back

  Rule: All stores at one moment are that moment

    @S17
    Scenario: Control plane, git and package cache stand at P1
      Given the standard history with its recovery points P1 and P2
      When the control plane is restored to P1, git is restored to P1 and the package cache is restored to P1
      Then the repository "packages" holds 5 drafts, 4 proposals, 4 published and 3 proposed for deletion, and 7 placeholders
      And no work from before P1 is lost
      And every repository is ready
