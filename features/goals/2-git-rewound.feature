@goals
Feature: Git is put back to an earlier moment
  Cluster and package cache stand at the moment of the disaster, git stands at P1. What was approved in between is no
  longer published, and what was deleted in between is published again, without labels: the cache had forgotten them.
  Drafts and proposals are not touched by any of this.

  Rule: Published follows git backwards too, and what goes is kept aside

    @S14 @git-rewound
    Scenario: Git stands at P1, everything else at the disaster
      Given the standard history with its recovery points P1 and P2
      When the control plane is intact, git is restored to P1 and the package cache is intact
      Then the repository "packages" holds 4 drafts, 3 proposals, 5 published and 2 proposed for deletion, and 7 placeholders
      And in the repository "packages" exactly this is not as it was at the disaster:
        | package                       | at the disaster | after the recovery     |
        | draft-approved-after-p1       | Published       | gone                   |
        | proposal-approved-after-p1    | Published       | gone                   |
        | created-and-approved-after-p1 | Published       | gone                   |
        | published-deleted-after-p1    | gone            | Published, no metadata |
        | deletion-completed-after-p1   | gone            | Published, no metadata |
      And the rescue set holds what the cache gave up
