@time
Feature: Times that people get wrong
  A package cache with an archived log can be put back to any time, and whoever asks for one reads it off a clock. Clocks
  have offsets, summer times and errors of minutes, and a log has a beginning, an end, and branches that were abandoned
  when the database was put back before. So a time either leads to exactly what was committed up to it, or is refused
  before anything is touched, with the times that can be reached. It never leads to something near by.

  A mark whose time the database itself knows to the microsecond stands between two drafts. Cluster and git stay at the
  moment of the disaster: they are put back to named moments only, so it is the package cache that is asked here.

  Rule: A time means what was committed up to it and at it, however it is told

    Scenario Outline: The time of the mark is told <told>
      Given the standard history with its recovery points P1 and P2
      And a draft was written, then a mark into every store, then another draft
      When the package cache is put back to the time of the mark, told <told>
      Then the package "written-before-the-mark" is there as a draft, with the content that it had at the disaster
      And the package "written-after-the-mark" is gone

      Examples: One moment in the words of several clocks
        | told                            |
        | to the microsecond              |
        | as the microsecond after it     |
        | in British summer time          |
        | in Central European time        |
        | in Central European summer time |

  Rule: A time that cannot be reached is refused and not approximated

    Scenario Outline: The time of the mark is told <told>
      Given the standard history with its recovery points P1 and P2
      And a draft was written, then a mark into every store, then another draft
      When somebody wants the package cache back at the time of the mark, told <told>
      Then that is refused before anything is touched, and the refusal names the times that can be reached

      Examples: Before the first base backup, and after the last log
        | told                                       |
        | as the day before                          |
        | in Central European time without saying so |
        | by a clock that is ten minutes fast        |

    Scenario: The time lies on a timeline that was abandoned
      Given the standard history with its recovery points P1 and P2
      And a draft was written, then a mark into every store, then another draft
      When somebody wants the package cache back at the time of the mark, after it was put back to before the mark
      Then that is refused before anything is touched, and the refusal names the times that can be reached
      And the refusal speaks of "abandoned"

    Scenario: The log of that time was lost with the database
      Given the standard history with its recovery points P1 and P2
      And a draft was written, then a mark into every store, then another draft
      When somebody wants the package cache back at the time of the mark, after it was lost with its newest log
      Then that is refused before anything is touched, and the refusal names the times that can be reached
      And the refusal speaks of "log ends before"
