@five-disasters @total-disaster
Feature: Total disaster
  The control plane, the git server and the package cache are lost together. Git is restored from a backup; the package
  cache is restored from a backup if there is one; GitOps applies the manifests of Repositories and PackageVariants again.

  Git is the truth for what is published, the package cache for work in progress and for metadata. So whatever either of
  them gained after its backup is lost, and nothing else is.

  Both backups are of one moment here: they were taken at P1. What happens when they are not is told in the feature on
  skewed backups.

  Background:
    Given the standard history with its recovery points P1 and P2

  Rule: With both backups, everything is as it was when they were taken

    @S01
    Scenario: Git and the package cache are restored from backups of the same moment
      When the control plane is lost, git is restored to P1 and the package cache is restored to P1
      Then the Repository "packages" holds 5 drafts, 4 proposals, 4 published and 3 proposed for deletion, and 7 placeholders
      And only these packages in "packages" differ from their state before the disaster:
        | package                       | at the disaster  | after the recovery        |
        | draft-edited-after-p1         | Draft            | Draft, content of P1      |
        | draft-created-after-p1        | Draft            | gone                      |
        | draft-deleted-after-p1        | gone             | Draft                     |
        | draft-proposed-after-p1       | Proposed         | Draft                     |
        | created-and-proposed-after-p1 | Proposed         | gone                      |
        | proposal-rejected-after-p1    | Draft            | Proposed                  |
        | proposal-deleted-after-p1     | gone             | Proposed                  |
        | draft-approved-after-p1       | Published        | Draft                     |
        | proposal-approved-after-p1    | Published        | Proposed                  |
        | created-and-approved-after-p1 | Published        | gone                      |
        | published-then-relabelled     | Published        | Published, metadata of P1 |
        | deletion-proposed-after-p1    | DeletionProposed | Published                 |
        | deletion-rejected-after-p1    | Published        | DeletionProposed          |
        | published-deleted-after-p1    | gone             | Published                 |
        | deletion-completed-after-p1   | gone             | DeletionProposed          |
      And every PackageVariant owns its packages again
      And no package revision from before P1 is lost

  Rule: Without a backup of the package cache, only what is published comes back

    @S02
    Scenario: Git is restored from a backup and the package cache starts empty
      When the control plane is lost, git is restored to P1 and the package cache is lost
      Then the Repository "packages" holds 0 drafts, 0 proposals, 7 published and 0 proposed for deletion, and 7 placeholders
      And only these packages in "packages" differ from their state before the disaster:
        | package                       | at the disaster  | after the recovery     |
        | draft-throughout              | Draft            | gone                   |
        | draft-edited-after-p1         | Draft            | gone                   |
        | draft-created-after-p1        | Draft            | gone                   |
        | proposed-throughout           | Proposed         | gone                   |
        | draft-proposed-after-p1       | Proposed         | gone                   |
        | created-and-proposed-after-p1 | Proposed         | gone                   |
        | proposal-rejected-after-p1    | Draft            | gone                   |
        | draft-approved-after-p1       | Published        | gone                   |
        | proposal-approved-after-p1    | Published        | gone                   |
        | created-and-approved-after-p1 | Published        | gone                   |
        | published-throughout          | Published        | Published, no metadata |
        | published-then-relabelled     | Published        | Published, no metadata |
        | deletion-proposed-after-p1    | DeletionProposed | Published, no metadata |
        | deletion-proposed-throughout  | DeletionProposed | Published, no metadata |
        | deletion-rejected-after-p1    | Published        | Published, no metadata |
        | published-deleted-after-p1    | gone             | Published, no metadata |
        | deletion-completed-after-p1   | gone             | Published, no metadata |
