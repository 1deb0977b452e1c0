@rule-2
Feature: Git is the truth for published package revisions
  What is published is what git has as a tag. The package cache follows, with one exception: drafts and proposals are
  nowhere but in the cache, so for them the cache is the truth.

  Following git can mean that the cache gives something up. That is never final: what leaves the cache goes into a rescue
  set first. And it is never done on a large scale without an operator's word, because an empty or half restored git
  server looks just like one from which everything was deleted.

  Rule: What git has published is published, whatever the cache thought

    Scenario: The restored cache holds as a draft what was approved meanwhile
      Given the standard history with its recovery points P1 and P2
      When the control plane is intact, git is intact and the package cache is restored to P1
      Then the package "draft-approved-after-p1" is published with the labels and annotations that it had at P1

  Rule: What git no longer has is no longer published, and can be brought back

    @git-rewound
    Scenario: Git is put back to an earlier moment
      Given the standard history with its recovery points P1 and P2
      When the control plane is intact, git is restored to P1 and the package cache is intact
      Then the repository "packages" holds 4 drafts, 3 proposals, 5 published and 2 proposed for deletion, and 7 placeholders
      And the rescue set holds what the cache gave up

  Rule: A tag that is a version and no number makes a published package revision like any other

    @versioned
    Scenario: What was built upon a versioned package outlives the package cache
      Given the standard history with its recovery points P1 and P2
      And the versioned package "imported/versioned" has been copied and edited, and a PackageVariant follows it
      When the control plane is intact, git is intact and the package cache is lost
      Then the repository "catalog" holds exactly what its git repository has published
      And the PackageVariant "follows-a-version" is ready

    @versioned
    Scenario: A versioned package that was deleted stays deleted, and the head of its branch stays
      Given the standard history with its recovery points P1 and P2
      And the versioned package "imported/versioned" has been deleted
      When the control plane is intact, git is intact and the package cache is lost
      Then the repository "catalog" holds exactly what its git repository has published

  Rule: An empty git repository never empties the cache on its own

    @unconfirmed
    Scenario: Nobody has confirmed yet that everything published is gone
      Given the standard history with its recovery points P1 and P2
      When git is lost and nobody has confirmed the removal
      Then in the repository "packages" everything is as it was at the disaster
      And the repository "packages" is not ready because a removal awaits confirmation

    Scenario: An operator has confirmed that everything published is gone
      Given the standard history with its recovery points P1 and P2
      When the control plane is intact, git is lost and the package cache is intact
      Then the repository "packages" holds 4 drafts, 3 proposals, 0 published and 0 proposed for deletion, and 0 placeholders
      And the rescue set holds what the cache gave up

  Rule: A tag that moved is seen and reported

    @moved-tag
    Scenario: Somebody has moved the tag of a published package revision
      Given the standard history with its recovery points P1 and P2
      When somebody moves the tag of "published-throughout" to other content
      Then the repository "packages" reports that the tag of "published-throughout" was moved
      And the package "published-throughout" has the content that git has now
      And the rescue set holds the former content of "published-throughout"
