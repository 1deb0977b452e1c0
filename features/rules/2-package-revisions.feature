@rule-2
Feature: Git is the truth for published package revisions
  What is published is what git has as a tag. The package cache follows, with one exception: drafts and proposals are
  nowhere but in the cache, so for them the cache is the truth. What that means where one store alone is restored or lost
  is told with these disasters.

  Following git can mean that the cache gives something up. That is never final: what leaves the cache goes into a rescue
  set first. And it is never done on a large scale without an operator's word, because an empty or half restored git
  server looks just like one from which everything was deleted.

  Background:
    Given the standard history with its recovery points P1 and P2

  Rule: A tag that is a version and no number makes a published package revision like any other

    @versioned
    Scenario: What was built upon a versioned package outlives the package cache
      Given the versioned package "imported/versioned" was copied and edited, and a PackageVariant follows it
      When the package cache is lost
      Then the Repository "catalog" holds exactly what its git repository has published
      And the PackageVariant "follows-a-version" is ready

    @versioned
    Scenario: A versioned package that was deleted stays deleted, and the head of its branch stays
      Given the versioned package "imported/versioned" was deleted
      When the package cache is lost
      Then the Repository "catalog" holds exactly what its git repository has published

  Rule: An empty git repository never empties the cache on its own

    @unconfirmed
    Scenario: Nobody has confirmed yet that everything published is gone
      Given removals are not confirmed
      When git is lost
      Then no package in "packages" differs from its state before the disaster
      And the Repository "packages" is not ready because a removal awaits confirmation

  Rule: A tag that moved is seen and reported

    @moved-tag
    Scenario: Somebody has moved the tag of a published package revision
      When somebody moves the tag of "published-throughout" to other content
      Then the condition of the Repository "packages" says that the tag of "published-throughout" was moved
      And the package "published-throughout" has the content that git has now
      And the former content of "published-throughout" is in a rescue set
