@goals
Feature: Git is lost, and that is more than one thing
  "Git is lost" may mean that the server is out of reach, that it answers and no longer has the repository, that the
  repository is there and empty, or that it is there without its tags. By their result alone they are all the same:
  nothing published can be found. To the package cache they must not be the same. It still holds all contents, and it
  gives up what git no longer has only when git can be read, and an operator has said that this is so.

  Background:
    Given the standard history with its recovery points P1 and P2

  Rule: Git that cannot be read says nothing, so nothing is given up

    @S12
    Scenario: The whole git server is out of reach
      When every git repository is out of reach
      Then the Repository "packages" holds 4 drafts, 3 proposals, 6 published and 2 proposed for deletion, and 11 placeholders
      And no package in "packages" differs from its state before the disaster
      And no package revision is lost

    Scenario Outline: The repository is <fate>
      When the git repository "packages" is <fate>
      Then no package in "packages" differs from its state before the disaster
      And the condition of the Repository "packages" says that its git repository <what is wrong>
      And no other repository has changed, in git or in the package cache

      Examples: There is no package branch to be read
        | fate    | what is wrong                  |
        | removed | "does not exist on its server" |
        | emptied | "has no branches and no tags"  |

  Rule: What can be read and publishes nothing is believed when an operator has confirmed it

    @S13 @rule-2
    Scenario: Git is created again, with nothing but its package branches
      When git is lost
      Then the Repository "packages" holds 4 drafts, 3 proposals, 0 published and 0 proposed for deletion, and 0 placeholders
      And every revision removed from the package cache is in a rescue set

    @S20
    Scenario: The tags are lost and the branch is not
      When the git repository "packages" is without its tags
      Then the Repository "packages" holds 4 drafts, 3 proposals, 0 published and 0 proposed for deletion, and 11 placeholders
      And every revision removed from the package cache is in a rescue set
      And no other repository has changed, in git or in the package cache

    @S20 @git-in-pieces
    Scenario: The tags are lost for a while and come back where they were
      When the git repository "packages" is without its tags for a while
      Then no package in "packages" differs from its state before the disaster
      And no package revision is lost
      And no other repository has changed, in git or in the package cache

    @S20 @unconfirmed
    Scenario: The tags are lost and nobody has confirmed the removal
      Given removals are not confirmed
      When the git repository "packages" is without its tags
      Then no package in "packages" differs from its state before the disaster
      And the Repository "packages" is not ready because a removal awaits confirmation

    Scenario: The repository is empty and its branch is created on request
      Given the Repository "packages" asks for a missing branch to be created
      When the git repository "packages" is emptied and its branch is created again
      Then the Repository "packages" holds 4 drafts, 3 proposals, 0 published and 0 proposed for deletion, and 0 placeholders
      And every revision removed from the package cache is in a rescue set
      And no other repository has changed, in git or in the package cache

    @unconfirmed
    Scenario: A branch that is created on request does not stand for an operator's word
      Given the Repository "packages" asks for a missing branch to be created
      And removals are not confirmed
      When the git repository "packages" is emptied and its branch is created again
      Then no package in "packages" differs from its state before the disaster
      And the Repository "packages" is not ready because a removal awaits confirmation
