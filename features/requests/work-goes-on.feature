Feature: Users work on after a recovery
  A system that looks whole is not yet a system that works. After a disaster that cost nothing, users create, copy, edit,
  propose, reject, approve, relabel and delete package revisions, and every request must do what it does on a day on which
  nothing has happened: the same answers, the same rows, the same files in the same commits, and no other file touched.

  Background:
    Given the standard history with its recovery points P1 and P2

  Rule: Every kind of request does after a recovery what it does where nothing has happened

    Scenario Outline: <what happens>
      Given the effect of every kind of request is known from a system without a disaster
      And the control plane was <control plane>
      When users make every kind of request
      Then every request has the effect that it has without a disaster, in every store and in every answer

      Examples: Disasters that cost nothing
        | what happens                                         | control plane |
        | The control plane is lost                            | lost          |
        | Nothing happens, and another orchestrator takes over | intact        |
