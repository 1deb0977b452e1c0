@goals
Feature: The control plane is restored to an earlier moment, or made anew
  A control plane comes back in one of two ways. From a snapshot its objects have their old UIDs, and watches end without
  a word about what was undone. From the manifests that GitOps has, they have the same names and other UIDs, and no
  status. No package revision may be lost over either, and what the control plane no longer names is quarantined.

  Background:
    Given the standard history with its recovery points P1 and P2

  Rule: The control plane decides about Repositories and not about their package revisions

    @S16 @rule-1
    Scenario: The control plane alone is restored to P1
      When the control plane is restored to P1
      Then no package in "packages" differs from its state before the disaster
      And the Repository "registered-later" is quarantined with all its package revisions
      And the API does not list any package revision of "registered-later"
      And the Repository "unregistered-later" holds exactly what its git repository has published
      And the PackageVariant "deleted-after-p1" is back
      And every Repository and every PackageVariant has the UID that it had at P1

  Rule: An orchestrator that watches the control plane notices that it was restored, and goes on watching

    Background:
      Given an orchestrator that does not poll and relies on watches

    Scenario: A snapshot is restored while the orchestrator is running
      When the control plane is restored to P1 while the orchestrator is running
      Then the orchestrator notices that the Repository "registered-later" is missing
      And the orchestrator notices that the Repository "unregistered-later" is there

    Scenario: Something happens in the control plane after it was restored
      Given the control plane was restored to P1 while the orchestrator was running
      When the Repository "registered-later" is registered again
      Then the orchestrator notices that the Repository "registered-later" is there

  Rule: What counts is that the control plane was away, not which numbers it comes back with

    Scenario: A server that starts has written more than the disaster undid
      When the control plane is restored to P2 and its resource versions pass those from before the restore
      Then every Repository is ready
      And no package revision is lost

  Rule: A control plane that GitOps makes anew has the same names and other UIDs

    @rule-4
    Scenario: GitOps applies the manifests of Repositories and PackageVariants to a new control plane
      The disaster is that of S05. It is told a second time because S05 says what becomes of package revisions, and this
      says what becomes of UIDs and of the owners that are named by them.

      When the control plane is lost
      Then every Repository and every PackageVariant has another UID than before
      And every PackageVariant owns its packages again
      And no PackageVariant has re-created a package revision
      And no package revision is shown with an owner that does not exist
      And no package revision is lost
