@time
Feature: Times that people get wrong
  A package cache with an archived log can be put back to any time, and whoever asks for one reads it off a clock. Clocks
  have offsets, summer times and errors of minutes, and a log has a beginning, an end, and branches that were abandoned
  when the database was put back before. So a time either leads to exactly what was committed up to it, or is refused
  before anything is touched, with the times that can be reached. It never leads to something near by.

  Two marks stand between two drafts, in every store. The database itself knows to the microsecond when it committed
  them, and after a restore the newest mark that is left tells which moment was really reached.

  Rule: A time means what was committed up to it and at it, however it is told

    Scenario Outline: The time of the second mark is told <told>
      Given the standard history with its recovery points P1 and P2
      And a draft was written, then two marks into every store, then another draft
      When the package cache is put back to the time of the second mark, told <told>
      Then the newest mark in the package cache is "<newest mark>"
      And the package "written-before-the-marks" is there as a draft, with the content that it had at the disaster
      And the package "written-after-the-marks" is gone

      Examples: One moment in the words of several clocks
        | told                                       | newest mark |
        | to the microsecond                         | second-mark |
        | in the local time of Budapest              | second-mark |
        | in the local time of Kathmandu             | second-mark |
        | in a local time that the clocks show twice | second-mark |

      Examples: The least that a time can be off
        | told                         | newest mark |
        | as the microsecond after it  | second-mark |
        | as the microsecond before it | first-mark  |

  Rule: A time that cannot be reached is refused and not approximated

    Scenario Outline: The time of the second mark is told <told>
      Given the standard history with its recovery points P1 and P2
      And a draft was written, then two marks into every store, then another draft
      When somebody wants the package cache back at the time of the second mark, told <told>
      Then that is refused before anything is touched, and the refusal names the times that can be reached

      Examples: Before the first base backup, and after the last log
        | told                                            |
        | as the day before                               |
        | in the local time of Budapest without saying so |
        | in that local time, taken for the second time   |
        | by a clock that is ten minutes fast             |

    Scenario: The time lies on a timeline that was abandoned
      Given the standard history with its recovery points P1 and P2
      And a draft was written, then two marks into every store, then another draft
      When somebody wants the package cache back at the time of the second mark, after it was put back to before the marks
      Then that is refused before anything is touched, and the refusal names the times that can be reached
      And the refusal speaks of "abandoned"

    Scenario: The log of that time was lost with the database
      Given the standard history with its recovery points P1 and P2
      And a draft was written, then two marks into every store, then another draft
      When somebody wants the package cache back at the time of the second mark, after it was lost with its newest log
      Then that is refused before anything is touched, and the refusal names the times that can be reached
      And the refusal speaks of "log ends before"

  Rule: Only the package cache's own clock counts, and a clock that differs is found out by the mark

    Scenario: The time is read off a clock that is slow
      Given the standard history with its recovery points P1 and P2
      And a draft was written, then two marks into every store, then another draft
      When the package cache is put back to the time of the second mark, told by a clock that stopped at P2
      Then the newest mark in the package cache is "P2"
      And the package "written-before-the-marks" is gone

    Scenario: All stores are put back to one mark, whatever their clocks showed
      Given the standard history with its recovery points P1 and P2
      When control plane and git are restored to P1, and the package cache is put back to the time at which its own clock saw P1
      Then the newest mark in the package cache is "P1"
      And the repository "packages" holds 5 drafts, 4 proposals, 4 published and 3 proposed for deletion, and 7 placeholders
      And no work from before P1 is lost
