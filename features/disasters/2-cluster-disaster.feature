@five-disasters
Feature: Cluster disaster
  The cluster is lost with all its nodes. Git and the package cache are still there. GitOps applies the manifests of
  Repositories and PackageVariants to a new cluster, where they get new identities.

  No package revision lives in the cluster, so none may be lost with it. Until a Repository is back, its revisions are
  set aside and not deleted. A PackageVariant that comes back owns its packages again, although its identity changed.

  The proposal says that the package cache is persisted and then restores it all the same. Both readings are told here.

  Rule: The loss of the cluster alone loses nothing

    @S05
    Scenario: The cluster is lost, git and the package cache are untouched
      Given the standard history with its recovery points P1 and P2
      When the control plane is lost, git is intact and the package cache is intact
      Then the repository "packages" holds 4 drafts, 3 proposals, 6 published and 2 proposed for deletion, and 11 placeholders
      And in the repository "packages" everything is as it was at the disaster
      And every PackageVariant owns its packages again

  Rule: A package cache that is restored with the cluster follows git for what is published

    @S06
    Scenario: The cluster is lost and the package cache is put back to an earlier moment
      Given the standard history with its recovery points P1 and P2
      When the control plane is lost, git is intact and the package cache is restored to P1
      Then the repository "packages" holds 4 drafts, 3 proposals, 6 published and 2 proposed for deletion, and 11 placeholders
      And in the repository "packages" exactly this is not as it was at the disaster:
        | package                       | at the disaster  | after the recovery        |
        | draft-edited-after-p1         | Draft            | Draft, content of P1      |
        | draft-created-after-p1        | Draft            | gone                      |
        | draft-deleted-after-p1        | gone             | Draft                     |
        | draft-proposed-after-p1       | Proposed         | Draft                     |
        | created-and-proposed-after-p1 | Proposed         | gone                      |
        | proposal-rejected-after-p1    | Draft            | Proposed                  |
        | proposal-deleted-after-p1     | gone             | Proposed                  |
        | created-and-approved-after-p1 | Published        | Published, no metadata    |
        | published-then-relabelled     | Published        | Published, metadata of P1 |
        | deletion-proposed-after-p1    | DeletionProposed | Published                 |
        | deletion-rejected-after-p1    | Published        | DeletionProposed          |
