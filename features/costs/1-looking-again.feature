@cost
Feature: What it costs to look at stores that nobody has written to
  An orchestrator compares its stores again and again, because something may have changed in any of them without a word.
  Almost always nothing has. With a thousand repositories it can only go on looking if that costs next to nothing: git is
  asked which refs it has, the package cache which rows were written since, and neither for what it told already.

  The stores count for themselves what they are asked, and the links what comes back; where a product keeps no count, the
  links alone say it.

  Rule: What nobody has written is not read again

    @looking-again
    Scenario: The orchestrator looks again at an aligned system
      Given the standard history with its recovery points P1 and P2
      And an orchestrator that looks at its stores only when its watches tell it to
      And the draft "draft-throughout" has got a file of a megabyte
      When it looks 3 times more
      Then each time it has asked git for one listing of refs a repository, and for nothing else
      And each time it has asked the package cache once what was written, and for no row and no file
      And each time git has sent it no more than refs, and the package cache no more than names

    Scenario: A label is changed
      Given the standard history with its recovery points P1 and P2
      And an orchestrator that looks at its stores only when its watches tell it to
      And the draft "draft-throughout" has got a file of a megabyte
      When somebody changes a label of "draft-throughout", and the orchestrator looks again
      Then the package cache has sent it no file again
