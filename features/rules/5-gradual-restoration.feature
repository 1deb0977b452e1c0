@rule-5 @gradual
Feature: Repositories and PackageVariants may come back gradually
  GitOps does not bring a control plane back in one moment. Objects arrive in any order and in batches, and between two
  batches the system must neither destroy what has no Repository yet nor build what is about to come back. However they
  arrive, the end is the same.

  An order that ends elsewhere is made as simple as possible before it is told: without the objects, batches and
  interruptions that do not matter. What is left names the two objects that must not come in that order.

  Background:
    Given the standard history with its recovery points P1 and P2

  Rule: The order in which objects come back makes no difference

    @S18
    Scenario Outline: <order>, <batch> at a time
      Given GitOps applies the manifests <order>, <batch> at a time
      When the control plane is lost
      Then no package in "packages" differs from its state before the disaster
      And every PackageVariant owns its packages again

      Examples: Orders that GitOps tools really produce
        | order                              | batch |
        | with Repositories first            | 1     |
        | with Repositories first            | 20    |
        | with PackageVariants first         | 1     |
        | in an order drawn from the seed    | 2     |

    @S18
    Scenario Outline: Orders, batches and interruptions drawn from the seed, with the package cache <package cache>
      Given the recovery is repeated with 2 orders of the manifests, drawn from the seed
      When the control plane is lost and the package cache is <package cache>
      Then every restore order reaches the end state of the usual one
      And no restore order loses data

      @any-order
      Examples: The control plane alone is lost
        | package cache |
        | intact        |

      Examples: The package cache has its own fate meanwhile
        | package cache  |
        | restored to P1 |
        | lost           |

  Rule: Batches may overlap

    Scenario Outline: <order>, <batch> at a time without waiting in between
      Given GitOps applies the manifests <order>, <batch> at a time, without waiting in between
      When the control plane is lost
      Then no package in "packages" differs from its state before the disaster
      And every PackageVariant owns its packages again
      And no PackageVariant has re-created a package revision

      Examples: The next batch is there while the orchestrator is busy with the last one
        | order                              | batch |
        | with what is downstream first      | 1     |
        | with PackageVariants first         | 3     |

  Rule: A restoration that was interrupted is resumed

    Scenario Outline: <order>, interrupted half-way
      Given GitOps applies the manifests <order>, 2 at a time, interrupted half-way and resumed
      When the control plane is lost
      Then no package in "packages" differs from its state before the disaster
      And every PackageVariant owns its packages again
      And no PackageVariant has re-created a package revision

      Examples: GitOps stops, the orchestrator dies, and both go on with the batch that they were at
        | order                              |
        | with Repositories first            |
        | with PackageVariants first         |
