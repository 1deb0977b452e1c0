@five-disasters
Feature: The control plane is lost
  The control plane is lost with all its nodes. Git and the package cache are still there. GitOps applies the manifests of
  Repositories and PackageVariants to a new control plane, where they get new UIDs.

  No package revision lives in the control plane, so none may be lost with it. Until a Repository is back, its revisions
  are quarantined and not deleted. A PackageVariant that comes back owns its packages again, although its UID changed.

  The package cache may outlive the control plane, or be restored together with it. Both are told here.

  Background:
    Given the standard history with its recovery points P1 and P2

  Rule: The loss of the control plane alone loses nothing

    @S05 @rule-3
    Scenario: The control plane is lost, git and the package cache are untouched
      When the control plane is lost
      Then the Repository "packages" holds 4 drafts, 3 proposals, 6 published and 2 proposed for deletion, and 11 placeholders
      And no package in "packages" differs from its state before the disaster
      And every package revision has the labels and annotations from before the disaster
      And every PackageVariant owns its packages again
      And no package revision is lost

  Rule: A package cache that is restored with the control plane follows git for what is published

    @S06
    Scenario: The control plane is lost and the package cache is restored to an earlier moment
      When the control plane is lost and the package cache is restored to P1
      Then the Repository "packages" holds 4 drafts, 3 proposals, 6 published and 2 proposed for deletion, and 11 placeholders
      And only these packages in "packages" differ from their state before the disaster:
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
