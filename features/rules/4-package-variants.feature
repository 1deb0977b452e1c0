@rule-4
Feature: The control plane is the truth for PackageVariants
  A PackageVariant makes and owns package revisions in its downstream package. Ownership is written down as the identity
  of the PackageVariant, and identities change when GitOps applies manifests to a new cluster. Whoever returns under the
  same name for the same package is the same PackageVariant and owns its packages again.

  Rule: A PackageVariant that comes back owns its packages again

    Scenario: The cluster is lost and GitOps applies the manifests again
      Given the standard history with its recovery points P1 and P2
      When the control plane is lost, git is intact and the package cache is intact
      Then every PackageVariant owns its packages again
      And no PackageVariant has made a package revision anew

  Rule: Only PackageVariants of the control plane count

    Scenario: The control plane goes back to before a PackageVariant was made
      Given the standard history with its recovery points P1 and P2
      When the control plane is restored to P1, git is intact and the package cache is intact
      Then there is no PackageVariant "created-after-p1"
      And the package revisions of "created-after-p1" are still there
      And the PackageVariant "deleted-after-p1" is back

  Rule: An owner that is not there is not shown, and is shown again when it is back

    Kubernetes deletes whatever says that it belongs to an object that is not there. So a package revision whose owner the
    control plane does not have is shown without it: the package cache remembers the owner until it returns.

    @dead-owners
    Scenario: The control plane goes back to before a PackageVariant was made, and it is made again
      Given the standard history with its recovery points P1 and P2
      When the control plane is restored to P1, git is intact and the package cache is intact
      Then no package revision is shown with an owner that is not there
      And the package cache remembers that "created-after-p1" owns what it made
      And what "created-after-p1" made is shown as its own when it is made again, under its new identity

    Scenario: The cluster is lost, and objects of other programs that owned package revisions with it
      Given the standard history with its recovery points P1 and P2
      When the control plane is lost, git is intact and the package cache is intact
      Then no package revision is shown with an owner that is not there
      And every PackageVariant owns its packages again
