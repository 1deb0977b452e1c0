@obstacles
Feature: Hostile names and contents are data or are refused
  Names of packages and paths in git come from outside. Each of them is either taken for what it says, letter by letter,
  or refused, and whatever it says, nothing outside the package changes.

  Background:
    Given the standard history with its recovery points P1 and P2

  Rule: A name is data or is refused

    Scenario Outline: A package is named <name>
      When somebody asks for a package named <name>
      Then the request is refused or the package is exactly what was asked for
      And nothing has changed outside the package

      Examples: Names that have broken other systems
        | name                                                                |
        | "o'brien"                                                           |
        | "a;drop table package_revisions"                                    |
        | "../../escape"                                                      |
        | "naïve-ünïcode"                                                     |
        | "a.b.c"                                                             |
        | "nested/deeper/package"                                             |
        | "sixty-three-characters-are-the-most-that-a-label-may-have-abcde-63" |

  Rule: A path that leaves its package is named and left out

    Scenario: A tree in git has a path that leaves its package
      When somebody pushes a package that contains a path traversal ("..") to the git repository "packages"
      Then the Repository "packages" is ready and its condition names the path traversal
      And no package revision is lost
