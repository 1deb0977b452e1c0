@obstacles
Feature: A store that cannot be used is named, and nothing is lost over it
  Between a disaster and its end, stores are unreachable, passwords are wrong, tables and definitions are missing. The
  orchestrator says so in one sentence with a hint, shows it in the condition of the Repository that it concerns, keeps
  every row, and goes on by itself as soon as the cause is gone.

  Rule: The obstacle is named and every package revision is kept

    Scenario Outline: <obstacle>
      Given the standard history with its recovery points P1 and P2
      When the orchestrator meets this: <obstacle>
      Then it speaks of <sentence> and suggests: <hint>
      And it goes on by itself when that is over
      And no package revision is lost

      Examples: Obstacles of a restoration that is under way
        | obstacle                                   | sentence             | hint                                          |
        | the git server cannot be reached           | "cannot be reached"  | "check that the git server"                   |
        | the git password is wrong                  | "does not let us in" | "check the login in the Secret"               |
        | the password of the package cache is wrong | "login was refused"  | "check --database-user and the password file" |
        | a table of the package cache is missing    | "table"              | "load the package cache's schema"             |
        | the definition of Repositories is missing  | "has no resource"    | "install Porch's CustomResourceDefinition"    |
        | a Repository is invalid                    | "cannot be used"     | "use git"                                     |

  Rule: Hostile names and contents are data or are refused

    Scenario Outline: A package is named <name>
      Given the standard history with its recovery points P1 and P2
      When somebody asks for a package that is named <name>
      Then the request is refused or the package is exactly what was asked for
      And nothing outside the package has changed

      Examples: Names that have broken other systems
        | name                                                                |
        | "o'brien"                                                           |
        | "a;drop table package_revisions"                                    |
        | "../../escape"                                                      |
        | "naïve-ünïcode"                                                     |
        | "a.b.c"                                                             |
        | "nested/deeper/package"                                             |
        | "sixty-three-characters-are-the-most-that-a-label-may-have-abcde-63" |

    Scenario: A tree in git has a path that climbs out of its package
      Given the standard history with its recovery points P1 and P2
      When somebody pushes a package whose tree climbs out to the git repository of "packages"
      Then the repository "packages" stays ready and its condition names the path that climbs out
      And no package revision is lost
