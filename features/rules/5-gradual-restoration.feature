@rule-5 @gradual
Feature: Repositories and PackageVariants may come back gradually
  GitOps does not bring a cluster back in one moment. Objects arrive in any order and in batches, and between two batches
  the system must neither destroy what has no Repository yet nor build what is about to come back. However they arrive,
  the end is the same.

  An order that ends elsewhere is made as simple as possible before it is told: without the objects, batches and
  interruptions that do not matter. What is left names the two objects that must not come in that order.

  Rule: The order in which objects come back makes no difference

    @S18
    Scenario Outline: <order>, <batch> at a time
      Given the standard history with its recovery points P1 and P2
      When the cluster is lost and its objects come back <order>, <batch> at a time
      Then in the repository "packages" everything is as it was at the disaster
      And every PackageVariant owns its packages again

      Examples: Orders that GitOps tools really produce
        | order                              | batch |
        | with Repositories first            | 1     |
        | with Repositories first            | 20    |
        | with PackageVariants first         | 1     |
        | in an order drawn from the seed    | 2     |

    @S18
    Scenario Outline: Orders, batches and interruptions drawn from the seed, with the package cache <package cache>
      Given the standard history with its recovery points P1 and P2
      When the cluster is lost, the package cache is <package cache>, and the objects come back in 2 orders drawn from the seed
      Then all of these orders end as the usual one does
      And none of these orders costs anything

      @any-order
      Examples: The cluster alone is lost
        | package cache |
        | intact        |

      Examples: The package cache has its own fate meanwhile
        | package cache  |
        | restored to P1 |
        | lost           |

  Rule: Batches may overlap

    Scenario Outline: <order>, <batch> at a time without waiting in between
      Given the standard history with its recovery points P1 and P2
      When the cluster is lost and its objects come back <order>, <batch> at a time without waiting in between
      Then in the repository "packages" everything is as it was at the disaster
      And every PackageVariant owns its packages again
      And no PackageVariant has made a package revision anew

      Examples: The next batch is there while the orchestrator is busy with the last one
        | order                              | batch |
        | with what is downstream first      | 1     |
        | with PackageVariants first         | 3     |

  Rule: A restoration that was interrupted is taken up again

    Scenario Outline: <order>, interrupted half-way
      Given the standard history with its recovery points P1 and P2
      When the cluster is lost and its objects come back <order>, 2 at a time, interrupted half-way and taken up again
      Then in the repository "packages" everything is as it was at the disaster
      And every PackageVariant owns its packages again
      And no PackageVariant has made a package revision anew

      Examples: GitOps stops, the orchestrator dies, and both go on with the batch that they were at
        | order                              |
        | with Repositories first            |
        | with PackageVariants first         |
