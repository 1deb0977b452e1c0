@goals
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
