@goals
Feature: Git is lost, and that is more than one thing
  "Git is lost" may mean that the server is out of reach, that it answers and no longer has the repository, that the
  repository is there and empty, or that it is there without its tags. To whoever only looks at the result they are all
  the same: nothing published can be found. To the package cache they must not be. It still holds all contents, and it
  gives up what git no longer has only when git can be read, and an operator has said that this is so.

  Rule: Git that cannot be read says nothing, so nothing is given up

    @S12
    Scenario: The whole git server is out of reach
      Given the standard history with its recovery points P1 and P2
      When every git repository is out of reach
      Then the repository "packages" holds 4 drafts, 3 proposals, 6 published and 2 proposed for deletion, and 11 placeholders
      And in the repository "packages" everything is as it was at the disaster
      And no package revision is lost

    Scenario Outline: The repository is <fate>
      Given the standard history with its recovery points P1 and P2
      When the git repository "packages" is <fate>
      Then in the repository "packages" everything is as it was at the disaster
      And the condition of the repository "packages" says that its git repository <what is wrong>
      And all other repositories are as they were, in git and in the package cache

      Examples: There is no package branch to be read
        | fate    | what is wrong                  |
        | removed | "does not exist on its server" |
        | emptied | "has no branches and no tags"  |

  Rule: What can be read and publishes nothing is believed when an operator has confirmed it

    @S13
    Scenario: Git is created again, with nothing but its package branches
      Given the standard history with its recovery points P1 and P2
      When the control plane is intact, git is lost and the package cache is intact
      Then the repository "packages" holds 4 drafts, 3 proposals, 0 published and 0 proposed for deletion, and 0 placeholders
      And the rescue set holds what the cache gave up

    @S20
    Scenario: The tags are lost and the branch is not
      Given the standard history with its recovery points P1 and P2
      When the git repository "packages" is without its tags
      Then the repository "packages" holds 4 drafts, 3 proposals, 0 published and 0 proposed for deletion, and 11 placeholders
      And the rescue set holds what the cache gave up
      And all other repositories are as they were, in git and in the package cache

    @S20 @git-in-pieces
    Scenario: The tags are lost for a while and come back where they were
      Given the standard history with its recovery points P1 and P2
      When the git repository "packages" is without its tags for a while
      Then in the repository "packages" everything is as it was at the disaster
      And no package revision is lost
      And all other repositories are as they were, in git and in the package cache

    @S20 @unconfirmed
    Scenario: The tags are lost and nobody has confirmed the removal
      Given the standard history with its recovery points P1 and P2
      When the git repository "packages" is without its tags, and nobody has confirmed the removal
      Then in the repository "packages" everything is as it was at the disaster
      And the repository "packages" is not ready because a removal awaits confirmation

    Scenario: The repository is empty and its branch is created on request
      Given the standard history with its recovery points P1 and P2
      And the Repository "packages" asks for a missing branch to be created
      When the git repository "packages" is emptied and its branch is created again
      Then the repository "packages" holds 4 drafts, 3 proposals, 0 published and 0 proposed for deletion, and 0 placeholders
      And the rescue set holds what the cache gave up
      And all other repositories are as they were, in git and in the package cache

    @unconfirmed
    Scenario: A branch that is created on request does not stand for an operator's word
      Given the standard history with its recovery points P1 and P2
      And the Repository "packages" asks for a missing branch to be created
      When the git repository "packages" is emptied and its branch is created again, and nobody has confirmed the removal
      Then in the repository "packages" everything is as it was at the disaster
      And the repository "packages" is not ready because a removal awaits confirmation
