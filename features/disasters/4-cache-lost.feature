@five-disasters
Feature: The package cache is lost without a backup
  The database is gone and there is no valid backup of it. The control plane and git are untouched.

  What is published comes back from git, because git is the truth for it. Drafts and proposals were nowhere else and are
  lost, and so is all metadata: labels, annotations, owners, and the wish to delete a published revision.

  What happens when there is a backup is told in the feature on a package cache that is restored.

  Background:
    Given the standard history with its recovery points P1 and P2

  Rule: What is published survives without its metadata; work in progress does not survive

    @S09
    Scenario: The package cache is lost and rebuilt from git
      When the package cache is lost
      Then the Repository "packages" holds 0 drafts, 0 proposals, 8 published and 0 proposed for deletion, and 11 placeholders
      And only these packages in "packages" differ from their state before the disaster:
        | package                       | at the disaster  | after the recovery     |
        | draft-throughout              | Draft            | gone                   |
        | draft-edited-after-p1         | Draft            | gone                   |
        | draft-created-after-p1        | Draft            | gone                   |
        | proposed-throughout           | Proposed         | gone                   |
        | draft-proposed-after-p1       | Proposed         | gone                   |
        | created-and-proposed-after-p1 | Proposed         | gone                   |
        | proposal-rejected-after-p1    | Draft            | gone                   |
        | draft-approved-after-p1       | Published        | Published, no metadata |
        | proposal-approved-after-p1    | Published        | Published, no metadata |
        | created-and-approved-after-p1 | Published        | Published, no metadata |
        | published-throughout          | Published        | Published, no metadata |
        | published-then-relabelled     | Published        | Published, no metadata |
        | deletion-proposed-after-p1    | DeletionProposed | Published, no metadata |
        | deletion-proposed-throughout  | DeletionProposed | Published, no metadata |
        | deletion-rejected-after-p1    | Published        | Published, no metadata |

    @S10
    Scenario: PackageVariants have something to do while the package cache is being rebuilt
      Given all PackageVariants are told to adopt their packages and to follow edition 2 while the package cache is being rebuilt
      When the package cache is lost
      Then every PackageVariant follows with the one draft "packagevariant-2", which it owns
      And every PackageVariant owns its packages again
      And every PackageVariant is ready
      And every Repository is ready
