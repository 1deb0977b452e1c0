@random
Feature: Histories that nobody has thought of
  Every other scenario tells a history that somebody has thought of. These are drawn from the seed of the drill: package
  revisions of three repositories are created, edited, relabelled, proposed, rejected, approved and deleted, repositories
  are registered and unregistered, and two backups are taken at any moment in between. The disaster is drawn too: what
  becomes of the control plane, of git as a whole or of single repositories, and of the package cache; whether an
  orchestrator is running meanwhile; in which order objects come back; and whether an operator confirms what has to be confirmed.

  What has to be there afterwards nobody has written down. It follows from the ledger of what was acknowledged, from the
  fates of the stores and from the five rules, for every object.

  A history that does not hold is told in as few steps as can be found, with the seed that draws it again.

  Rule: Whatever was written and whatever was lost, every object ends where the rules want it

    Scenario Outline: History <history> of the seed
      Given history <history> of the seed, with its disaster
      When the history, its disaster and the recovery are run
      Then the end state is the expected state

      Examples: Fifty histories
        | history |
        |       1 |
        |       2 |
        |       3 |
        |       4 |
        |       5 |
        |       6 |
        |       7 |
        |       8 |
        |       9 |
        |      10 |
        |      11 |
        |      12 |
        |      13 |
        |      14 |
        |      15 |
        |      16 |
        |      17 |
        |      18 |
        |      19 |
        |      20 |
        |      21 |
        |      22 |
        |      23 |
        |      24 |
        |      25 |
        |      26 |
        |      27 |
        |      28 |
        |      29 |
        |      30 |
        |      31 |
        |      32 |
        |      33 |
        |      34 |
        |      35 |
        |      36 |
        |      37 |
        |      38 |
        |      39 |
        |      40 |
        |      41 |
        |      42 |
        |      43 |
        |      44 |
        |      45 |
        |      46 |
        |      47 |
        |      48 |
        |      49 |
        |      50 |

      @same-leaf
      Examples: One in which two packages have the same name in two places, and one of them goes
        | history |
        |     495 |
