@rule-1
Feature: The control plane is the truth for Repositories
  Which git repositories take part is written in the control plane and nowhere else. The package cache aligns with it:
  what belongs to a Repository that the control plane does not know is quarantined, and a Repository that it knows is
  filled with what git has published. Both are told where the control plane alone is restored.

  Aligning must not mean deleting. A Repository may be missing because somebody removed it, or because the control plane
  is older than it is, or is still being filled. From the cache these look the same. So package revisions of a missing
  Repository are quarantined: not listed and not deleted, until the Repository returns or an operator closes the window.

  Background:
    Given the standard history with its recovery points P1 and P2

  Rule: Package revisions of a Repository that the control plane does not know are quarantined

    Scenario: An empty control plane deletes nothing
      Given no manifest is applied
      When the control plane is lost
      Then every Repository is quarantined with all its package revisions

  Rule: A Repository that returns has everything that was quarantined

    Scenario: A Repository is registered again
      Given the control plane was restored to P1
      When the Repository "registered-later" is registered again
      Then no package in "registered-later" differs from its state before the disaster
