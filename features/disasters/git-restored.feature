@goals
Feature: Git is restored to an earlier moment
  The control plane and the package cache are as they were at the moment of the disaster, git is as it was at P1. What was
  approved in between is no longer published, and what was deleted in between is published again, without labels: the
  cache had forgotten them. Drafts and proposals are not touched by any of this.

  Background:
    Given the standard history with its recovery points P1 and P2

  Rule: Published follows git backwards too, and what is removed is kept in a rescue set

    @S14 @git-rewound @rule-2 @rule-3
    Scenario: Git alone is restored to P1
      When git is restored to P1
      Then the Repository "packages" holds 4 drafts, 3 proposals, 5 published and 2 proposed for deletion, and 7 placeholders
      And only these packages in "packages" differ from their state before the disaster:
        | package                       | at the disaster | after the recovery     |
        | draft-approved-after-p1       | Published       | gone                   |
        | proposal-approved-after-p1    | Published       | gone                   |
        | created-and-approved-after-p1 | Published       | gone                   |
        | published-deleted-after-p1    | gone            | Published, no metadata |
        | deletion-completed-after-p1   | gone            | Published, no metadata |
      And every revision removed from the package cache is in a rescue set
      And every package revision has content
      And the package "created-and-approved-after-p1" is gone
