@five-disasters
Feature: The package cache is restored to an earlier moment
  The database is restored to P1 while the control plane and git are as they were at the moment of the disaster.

  Git is the truth for what is published: revisions that the restored cache holds as drafts or proposals, and that git
  holds as published, are published, and they keep the labels that the cache has for them. Drafts and proposals made
  after P1 are lost, because only the cache held them.

  Background:
    Given the standard history with its recovery points P1 and P2

  Rule: Published follows git; work in progress is what the backup holds

    @S11 @rule-2 @rule-3
    Scenario: The package cache is restored from a backup that is older than git
      When the package cache is restored to P1
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
      And the package "draft-approved-after-p1" is published with the labels and annotations of P1
      And the package "proposal-approved-after-p1" is published with the labels and annotations of P1
