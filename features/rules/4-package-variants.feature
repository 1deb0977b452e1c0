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
