@rule-5
Feature: Repositories and PackageVariants may come back gradually
  GitOps does not bring a cluster back in one moment. Objects arrive in any order and in batches, and between two batches
  the system must neither destroy what has no Repository yet nor build what is about to come back. However they arrive,
  the end is the same.

  Rule: The order in which objects come back makes no difference

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
