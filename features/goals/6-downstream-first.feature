@goals @gradual
Feature: What is downstream comes back before what is upstream
  GitOps knows nothing of the order in which packages are derived from each other. PackageVariants may come back first,
  the Repository that they fill after them, and the one that they copy from last. Meanwhile they wait: whoever finds no
  upstream yet must not take that for the loss of it.

  Rule: A PackageVariant that waits for its upstream destroys nothing and makes nothing

    @S19
    Scenario: The Repository that PackageVariants copy from comes back last
      Given the standard history with its recovery points P1 and P2
      When the cluster is lost and its objects come back with what is downstream first, 1 at a time
      Then every PackageVariant owns its packages again
      And no PackageVariant has made a package revision anew
      And in the repository "deployments" everything is as it was at the disaster

    @S19
    Scenario: The Repository that PackageVariants copy from is not back yet
      Given the standard history with its recovery points P1 and P2
      And the cluster was lost
      When all of its objects come back except for the Repository "catalog"
      Then every PackageVariant says that it waits for the repository "catalog"
      And no PackageVariant has made a package revision anew
      And in the repository "deployments" everything is as it was at the disaster
      And the repository "catalog" is set aside with everything that it held

    @S19
    Scenario: The Repository that PackageVariants waited for is back
      Given the standard history with its recovery points P1 and P2
      And the cluster was lost
      And all of its objects have come back except for the Repository "catalog"
      When the repository "catalog" is registered again
      Then every PackageVariant is ready
      And every PackageVariant owns its packages again
      And no package revision is lost
