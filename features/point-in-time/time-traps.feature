@time
Feature: Times that people get wrong
  A package cache with an archived log can be restored to any time, and people read that time off a clock. Clocks have
  offsets, summer times and errors of minutes, and a log has a beginning, an end, and branches that were abandoned when the
  database was restored before. So a time either leads to exactly what was committed up to it, or is refused before
  anything is touched, with the times that can be reached. It never leads to something near by.

  Two markers are written between two drafts, into every store. The database itself knows to the microsecond when it
  committed them, and after a restore the newest marker that is left tells which moment was really reached.

  Background:
    Given the standard history with its recovery points P1 and P2

  Rule: A time means what was committed up to it and at it, however it is told

    Background:
      Given a draft was written, then two markers into every store, then another draft

    Scenario Outline: The timestamp of the second marker is given <given>
      When the package cache is restored to the timestamp of the second marker, given <given>
      Then the newest marker in the package cache is "<newest marker>"
      And the package "written-before-the-marks" is a draft with its content from before the disaster
      And the package "written-after-the-marks" is gone

      Examples: One moment in the words of several clocks
        | given                                      | newest marker |
        | to the microsecond                         | second-mark   |
        | in the local time of Budapest              | second-mark   |
        | in the local time of Kathmandu             | second-mark   |
        | in a local time that the clocks show twice | second-mark   |

      Examples: The least that a time can be off
        | given                 | newest marker |
        | one microsecond late  | second-mark   |
        | one microsecond early | first-mark    |

  Rule: A time that cannot be reached is refused and not approximated

    Background:
      Given a draft was written, then two markers into every store, then another draft

    Scenario Outline: The timestamp of the second marker is given <given>
      When an operator wants the package cache restored to the timestamp of the second marker, given <given>
      Then the restore is refused before anything is touched, and the refusal names the times that can be reached

      Examples: Before the first base backup, and after the last log
        | given                                            |
        | one day early                                    |
        | in the local time of Budapest without its offset |
        | in that local time, taken for the second time    |
        | by a clock that is ten minutes fast              |

    Scenario: The time lies on a timeline that was abandoned
      Given the package cache was restored to before the markers
      When an operator wants the package cache restored to the timestamp of the second marker, given to the microsecond
      Then the restore is refused before anything is touched, and the refusal names the times that can be reached
      And the refusal mentions "abandoned"

    Scenario: The log of that time was lost with the database
      Given the package cache was lost with its newest log
      When an operator wants the package cache restored to the timestamp of the second marker, given to the microsecond
      Then the restore is refused before anything is touched, and the refusal names the times that can be reached
      And the refusal mentions "log ends before"

  Rule: Only the package cache's own clock counts, and a clock that differs is found out by the marker

    Scenario: The time is read off a clock that is slow
      The operator wants the second marker, and the clock that is asked for its time stopped at P2.

      Given a draft was written, then two markers into every store, then another draft
      When the package cache is restored to the time at which its own clock showed P2
      Then the newest marker in the package cache is "P2"
      And the package "written-before-the-marks" is gone

    Scenario: All stores are restored to one marker, whatever their clocks showed
      When control plane and git are restored to P1, and the package cache is restored to the time at which its own clock showed P1
      Then the newest marker in the package cache is "P1"
      And the Repository "packages" holds 5 drafts, 4 proposals, 4 published and 3 proposed for deletion, and 7 placeholders
      And no package revision from before P1 is lost
