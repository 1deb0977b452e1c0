@goals
Feature: One git repository of many
  Most disasters of git are small: one repository is damaged, and dozens of others on the same server are well. Then the
  recovery has to do with that one alone. Every ref of all other git repositories and every package revision of theirs in
  the cache must be the same afterwards, byte for byte.

  Background:
    Given the standard history with its recovery points P1 and P2

  Rule: What happens to one repository concerns that repository

    @S15
    Scenario: One repository is restored to an earlier moment
      When the git repository "packages" is restored to P1
      Then the Repository "packages" holds 4 drafts, 3 proposals, 5 published and 2 proposed for deletion, and 7 placeholders
      And no other repository has changed, in git or in the package cache

    Scenario: One repository is lost and created again
      When the git repository "packages" is lost
      Then the Repository "packages" holds 4 drafts, 3 proposals, 0 published and 0 proposed for deletion, and 0 placeholders
      And every revision removed from the package cache is in a rescue set
      And no other repository has changed, in git or in the package cache

  Rule: What happens to several repositories concerns each of them by itself

    Scenario Outline: One is <fate>, another is <other fate>
      When the git repository "packages" is <fate> and the git repository "registered-later" is <other fate>
      Then the Repository "packages" holds 4 drafts, 3 proposals, <published> published and <deletion> proposed for deletion, and <placeholders> placeholders
      And the Repository "registered-later" holds 1 draft, 0 proposals, <others> published and 0 proposed for deletion, and <others> placeholders
      And no other repository has changed, in git or in the package cache

      Examples: Two repositories, two fates
        | fate           | other fate       | published | deletion | placeholders | others |
        | restored to P1 | restored to P2   |         5 |        2 |            7 |      1 |
        | restored to P2 | lost             |         7 |        2 |           10 |      0 |
        | lost           | removed          |         0 |        0 |            0 |      1 |
