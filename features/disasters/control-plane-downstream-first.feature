@goals @gradual
Feature: What is downstream comes back before what is upstream
  GitOps knows nothing of the order in which packages are derived from each other. PackageVariants may come back first,
  the Repository that they fill after them, and the one that they copy from last. Meanwhile they wait: an upstream that
  is not back yet must not be taken for one that is lost.

  Background:
    Given the standard history with its recovery points P1 and P2

  Rule: A PackageVariant that waits for its upstream destroys nothing and makes nothing

    @S19
    Scenario: The Repository that PackageVariants copy from comes back last
      Given GitOps applies the manifests with what is downstream first, 1 at a time
      When the control plane is lost
      Then every PackageVariant owns its packages again
      And no PackageVariant has re-created a package revision
      And no package in "deployments" differs from its state before the disaster

    @S19
    Scenario: The Repository that PackageVariants copy from is not back yet
      Given no manifest is applied
      And the control plane was lost
      When all manifests are applied except that of the Repository "catalog"
      Then every PackageVariant says that it waits for the Repository "catalog"
      And no PackageVariant has re-created a package revision
      And no package in "deployments" differs from its state before the disaster
      And the Repository "catalog" is quarantined with all its package revisions

    @S19
    Scenario: The Repository that PackageVariants waited for is back
      Given no manifest is applied
      And the control plane was lost
      And all manifests were applied except that of the Repository "catalog"
      When the Repository "catalog" is registered again
      Then every PackageVariant is ready
      And every PackageVariant owns its packages again
      And no package revision is lost
