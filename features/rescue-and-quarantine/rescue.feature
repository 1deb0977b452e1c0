@rescue
Feature: What alignment removed can be restored
  Following git can mean that the package cache gives something up: a package revision whose tag is gone, a content that a
  moved tag replaced. Before it leaves the cache it goes into a rescue set, whole: files, labels and annotations. An
  operator lists the sets, looks into them and restores what was not meant to go.

  What is restored is a draft. Whether it is published again is for people to say, not for a recovery.

  Background:
    Given the standard history with its recovery points P1 and P2

  Rule: What was lost under rule 2 is restored whole

    @S14
    Scenario: Package revisions that were approved after the backup of git
      Given git was restored to P1
      When an operator restores every rescue set
      Then these packages are drafts with the content, labels and annotations from before the disaster:
        | draft-approved-after-p1       |
        | proposal-approved-after-p1    |
        | created-and-approved-after-p1 |
      And every rescued package revision is a draft with the content, labels and annotations from before the disaster
      And restoring it a second time changes nothing

    @S13
    Scenario: Everything that was published, after git was lost for good
      Given git was lost
      When an operator restores every rescue set
      Then every rescued package revision is a draft with the content, labels and annotations from before the disaster

  Rule: What is restored takes nobody's place

    @moved-tag
    Scenario: The name of the package revision is taken by its successor
      Given somebody moved the tag of "published-throughout" to other content
      When an operator restores every rescue set
      Then the package "published-throughout" has its former content in a draft beside the published package revision
      And restoring it a second time changes nothing
