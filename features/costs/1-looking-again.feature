@cost
Feature: What it costs to look at stores that nobody has written to
  An orchestrator compares its stores again and again, because something may have changed in any of them without a word.
  Almost always nothing has. With a thousand repositories it can only go on looking if that costs next to nothing: git is
  asked which refs it has, the package cache which rows were written since, and neither for what it told already.

  The stores count for themselves what they are asked, and the links what comes back; where a product keeps no count, the
  links alone say it.

  Background:
    Given the standard history with its recovery points P1 and P2
    And an orchestrator that does not poll and relies on watches
    And the draft "draft-throughout" holds a file of one megabyte

  Rule: What nobody has written is not read again

    @looking-again
    Scenario: The orchestrator looks again at an aligned system
      When the orchestrator compares its stores 3 more times
      Then each time git was asked for one listing of refs a repository, and for nothing else
      And each time the package cache was asked once what was written, and for no row and no file
      And each time git sent no more than refs, and the package cache no more than names

    Scenario: A label is changed
      When somebody changes a label of "draft-throughout", and the orchestrator compares its stores again
      Then this time the package cache sent no file
