@goals
Feature: Only drafts and proposals are restored to the package cache
  A full backup of the package cache may be large, and most of it can be had from git. A selective one holds drafts and
  proposals only, with the rows of their packages and repositories. Its true cost is told here: what is published comes
  back from git without labels, and every wish to delete a published revision is forgotten.

  Background:
    Given the standard history with its recovery points P1 and P2

  Rule: Unapproved work comes back exactly, and published work without its metadata

    @S25
    Scenario: The package cache is lost, and drafts and proposals are restored
      Given drafts and proposals are backed up separately
      When the package cache is lost
      Then the Repository "packages" holds 4 drafts, 3 proposals, 8 published and 0 proposed for deletion, and 11 placeholders
      And only these packages in "packages" differ from their state before the disaster:
        | package                       | at the disaster  | after the recovery     |
        | draft-approved-after-p1       | Published        | Published, no metadata |
        | proposal-approved-after-p1    | Published        | Published, no metadata |
        | created-and-approved-after-p1 | Published        | Published, no metadata |
        | published-throughout          | Published        | Published, no metadata |
        | published-then-relabelled     | Published        | Published, no metadata |
        | deletion-proposed-after-p1    | DeletionProposed | Published, no metadata |
        | deletion-proposed-throughout  | DeletionProposed | Published, no metadata |
        | deletion-rejected-after-p1    | Published        | Published, no metadata |
