@crash
Feature: A recovery that is interrupted ends as if it had not been
  A system is recovered in its worst hour, when machines are restarted and connections break. So a recovery must be worth
  nothing less for having been killed half-way.

  The recovery writes down every step that it takes. Each disaster is told again from its beginning for each place of
  interruption: right after one of those steps the recovery is killed and started again, or it is cut off from the control
  plane, from git or from the package cache for a while. A drill tries some of these places, drawn from its seed, and all
  of them when it is asked to; its report says how many it tried.

  Background:
    Given the standard history with its recovery points P1 and P2
    And the recovery is interrupted again and again

  Rule: The five disasters, and git alone restored, end the same wherever they are interrupted

    Scenario Outline: The recovery is interrupted: <disaster>
      When the control plane is <control plane>, git is <git> and the package cache is <package cache>
      Then every interrupted recovery reaches the end state of an uninterrupted one
      And no interruption loses data

      Examples: Disasters that leave something to recover
        | disaster                                | control plane | git            | package cache  |
        | total disaster with both backups, S01   | lost          | restored to P1 | restored to P1 |
        | total disaster without a cache, S02     | lost          | restored to P1 | lost           |
        | control plane lost, S05                 | lost          | intact         | intact         |
        | control plane lost, cache restored, S06 | lost          | intact         | restored to P1 |
        | cache lost, S09                         | intact        | intact         | lost           |
        | cache restored, S11                     | intact        | intact         | restored to P1 |
        | git restored, S14                       | intact        | restored to P1 | intact         |

  Rule: So does every pair of fates that two stores can have

    Scenario Outline: The recovery is interrupted: <because>
      When the control plane is <control plane>, git is <git> and the package cache is <package cache>
      Then every interrupted recovery reaches the end state of an uninterrupted one
      And no interruption loses data

      Examples: With the disasters above, each fate of a store meets each fate of every other store
        | because                                                                    | control plane  | git            | package cache  |
        | git lost with a control plane of P2 and with a whole cache                 | restored to P2 | lost           | intact         |
        | git and cache of P2 with a lost control plane and with each other          | lost           | restored to P2 | restored to P2 |
        | control plane of P1 with git of P2, and both with a lost cache             | restored to P1 | restored to P2 | lost           |
        | git lost with a whole control plane, and both with a cache of P2           | intact         | lost           | restored to P2 |
        | control plane and cache of P2 with git of P1 and with each other           | restored to P2 | restored to P1 | restored to P2 |
        | control plane and git of P2 with a cache of P1 and with each other         | restored to P2 | restored to P2 | restored to P1 |
        | control plane of P1 with whole git, and both with a cache of P2            | restored to P1 | intact         | restored to P2 |
        | control plane and cache of P1 with lost git and with each other            | restored to P1 | lost           | restored to P1 |
        | everything lost                                                            | lost           | lost           | lost           |
        | git of P2 with a whole control plane and a whole cache                     | intact         | restored to P2 | intact         |
        | control plane of P1 with git of P1 and with a whole cache                  | restored to P1 | restored to P1 | intact         |
        | control plane of P2 with whole git and with a lost cache                   | restored to P2 | intact         | lost           |
