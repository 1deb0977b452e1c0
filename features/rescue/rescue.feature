@rescue
Feature: What alignment took out can be brought back
  Following git can mean that the package cache gives something up: a package revision whose tag is gone, a content that a
  moved tag replaced. Before it leaves the cache it goes into a rescue set, whole: files, labels and annotations. An
  operator lists the sets, looks into them and brings back what was not meant to go.

  What comes back comes back as a draft. Whether it is published again is for people to say, not for a recovery.

  Rule: What was lost under rule 2 comes back whole

    @S14
    Scenario: Package revisions that were approved after the backup of git
      Given the standard history with its recovery points P1 and P2
      And git was restored to P1
      When an operator brings back everything that was taken out
      Then these packages are drafts with the content, labels and annotations of the disaster:
        | draft-approved-after-p1       |
        | proposal-approved-after-p1    |
        | created-and-approved-after-p1 |
      And all of it is back as drafts with the content, labels and annotations of the disaster
      And bringing it back a second time changes nothing

    @S13
    Scenario: Everything that was published, after git was lost for good
      Given the standard history with its recovery points P1 and P2
      And git was lost and the removal was confirmed
      When an operator brings back everything that was taken out
      Then all of it is back as drafts with the content, labels and annotations of the disaster

  Rule: What comes back takes nobody's place

    @moved-tag
    Scenario: The name of the package revision is taken by its successor
      Given the standard history with its recovery points P1 and P2
      And somebody had moved the tag of "published-throughout" to other content
      When an operator brings back everything that was taken out
      Then the former content of "published-throughout" is a draft beside the published package revision
      And bringing it back a second time changes nothing
