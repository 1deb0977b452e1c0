@rule-4
Feature: The control plane is the truth for PackageVariants
  A PackageVariant makes and owns package revisions in its downstream package. Ownership is written down as the UID of the
  PackageVariant, and UIDs change when GitOps applies manifests to a new control plane. A PackageVariant that returns
  under the same name for the same package is the same PackageVariant and owns its packages again; that is told where the
  control plane is made anew.

  Kubernetes deletes whatever says that it belongs to an object that is not there. So a package revision whose owner the
  control plane does not have is shown without it: the package cache remembers the owner until it returns.

  Background:
    Given the standard history with its recovery points P1 and P2

  Rule: Only PackageVariants of the control plane count, and an owner that is not there is not shown until it is back

    @dead-owners
    Scenario: The control plane is restored to before a PackageVariant was made, and it is made again
      The disaster is that of S16. It is told a second time because this ends with making the PackageVariant again, and
      because it says what becomes of PackageVariants, where S16 speaks of Repositories.

      When the control plane is restored to P1
      Then the PackageVariant "created-after-p1" is missing
      And the PackageVariant "created-after-p1" has left its package revisions behind
      And the PackageVariant "deleted-after-p1" is back
      And no package revision is shown with an owner that does not exist
      And the PackageVariant "created-after-p1" is remembered by the package cache as owner of what it made
      And the PackageVariant "created-after-p1" is shown as owner of what it made, under a new UID, once it is made again
