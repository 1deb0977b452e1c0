@obstacles
Feature: A store that cannot be used is named, and nothing is lost over it
  Between a disaster and its end, stores are unreachable, passwords are wrong, tables and definitions are missing. The
  orchestrator says so in one sentence with a hint, shows it in the condition of the Repository that it concerns, keeps
  every row, and recovers by itself as soon as the problem is fixed.

  Background:
    Given the standard history with its recovery points P1 and P2

  Rule: The problem is named and every package revision is kept

    Scenario Outline: <problem>
      When the orchestrator finds that <problem>
      Then the status reports <sentence> and suggests <fix>
      And it recovers by itself once the problem is fixed
      And no package revision is lost

      Examples: Problems of a restoration that is under way
        | problem                                    | sentence             | fix                                           |
        | the git server cannot be reached           | "cannot be reached"  | "check that the git server"                   |
        | the git password is wrong                  | "does not let us in" | "check the login in the Secret"               |
        | the password of the package cache is wrong | "login was refused"  | "check --database-user and the password file" |
        | a table of the package cache is missing    | "table"              | "load the package cache's schema"             |
        | the definition of Repositories is missing  | "has no resource"    | "install Porch's CustomResourceDefinition"    |
        | a Repository is invalid                    | "cannot be used"     | "use git"                                     |
