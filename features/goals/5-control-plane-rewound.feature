@goals
Feature: The control plane is put back to an earlier moment, or made anew
  A cluster comes back in one of two ways. From a snapshot its objects have their old identities, and watches end without
  a word about what was undone. From the manifests that GitOps has, they have the same names and other identities, and
  no status. No package revision may be lost over either, and what the cluster no longer names is set aside.

  Rule: The control plane decides about Repositories and not about their package revisions

    @S16
    Scenario: The control plane alone stands at P1
      Given the standard history with its recovery points P1 and P2
      When the control plane is restored to P1, git is intact and the package cache is intact
      Then in the repository "packages" everything is as it was at the disaster
      And the repository "registered-later" is set aside with everything that it held
      And the repository "unregistered-later" holds exactly what its git repository has published
      And the PackageVariant "deleted-after-p1" is back
      And every Repository and every PackageVariant has the identity that it had at P1

  Rule: All stores at one moment are that moment

    @S17
    Scenario: Control plane, git and package cache stand at P1
      Given the standard history with its recovery points P1 and P2
      When the control plane is restored to P1, git is restored to P1 and the package cache is restored to P1
      Then the repository "packages" holds 5 drafts, 4 proposals, 4 published and 3 proposed for deletion, and 7 placeholders
      And no work from before P1 is lost
      And every repository is ready

  Rule: Whoever watches the cluster notices that it went back, and goes on watching

    Scenario: A snapshot is put back under an orchestrator that runs
      Given the standard history with its recovery points P1 and P2
      And an orchestrator that looks at its stores only when its watches tell it to
      When the control plane is restored to P1 under it
      Then the orchestrator notices that the repository "registered-later" is missing
      And the orchestrator notices that the repository "unregistered-later" is there

    Scenario: Something happens in the cluster after it was put back
      Given the standard history with its recovery points P1 and P2
      And an orchestrator that looks at its stores only when its watches tell it to
      And the control plane was restored to P1 under it
      When somebody registers the repository "registered-later" again
      Then the orchestrator notices that the repository "registered-later" is there

  Rule: What counts is that the cluster was away, not which numbers it comes back with

    Scenario: A server that starts has written more than the disaster undid
      Given the standard history with its recovery points P1 and P2
      When the control plane is restored to P2, and its server writes more than the disaster undid
      Then every repository is ready
      And no package revision is lost

  Rule: A cluster that GitOps makes anew has the same names and other identities

    Scenario: GitOps applies the manifests of Repositories and PackageVariants to a new cluster
      Given the standard history with its recovery points P1 and P2
      When the control plane is lost, git is intact and the package cache is intact
      Then every Repository and every PackageVariant has another identity than before
      And every PackageVariant owns its packages again
      And no package revision is lost
