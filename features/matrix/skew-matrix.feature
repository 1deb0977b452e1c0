@matrix
Feature: The skew matrix: every store at a moment of its own
  After a disaster the three stores are rarely of one moment. Each of them is either untouched, or is restored from a
  backup of P2 or from an older one of P1, or is lost: sixty-four combinations, and each of them is drilled here. The
  numbers say what the repository `packages` holds when everything is over. All other repositories, all contents, all
  metadata and all owners are compared too, object by object, as at the end of every scenario.

  What "lost" means: the control plane is a new one to which GitOps applies the manifests as of the disaster, so that
  every object has a new UID. Git is created anew, empty but for its package branch, and an operator has
  confirmed that what was published there is to be removed. The package cache is empty and has no backup. What "restored"
  means: an earlier moment of the same store, with UIDs, all refs, and the log of the database up to that moment.

  The orchestrator is stopped until all stores are restored, as the procedure of a restore recommends. What one does that
  is running through a disaster is told in the chapter on disasters.

  How to read a column: drafts and proposals follow the package cache, what is published follows git, placeholders
  follow git's package branch, and the wish to delete follows the cache for as long as git has what is to be deleted.
  The control plane decides which repositories there are and not what is in them, so the four tables are alike, and that
  is a statement: no fate of the control plane may cost a single package revision of a repository that it knows.

  Background:
    Given the standard history with its recovery points P1 and P2
    And the orchestrator is stopped until all stores are restored

  Rule: While the control plane is intact, published follows git and work in progress follows the cache

    Scenario Outline: Control plane intact, git <git>, package cache <package cache>
      When the control plane is intact, git is <git> and the package cache is <package cache>
      Then the Repository "packages" holds <drafts> drafts, <proposals> proposals, <published> published and <deletion> proposed for deletion, and <placeholders> placeholders

      Examples: The control plane is intact
        | git            | package cache  | drafts | proposals | published | deletion | placeholders |
        | intact         | intact         |      4 |         3 |         6 |        2 |           11 |
        | intact         | restored to P2 |      5 |         2 |         7 |        1 |           11 |
        | intact         | restored to P1 |      4 |         3 |         6 |        2 |           11 |
        | intact         | lost           |      0 |         0 |         8 |        0 |           11 |
        | restored to P2 | intact         |      4 |         3 |         7 |        2 |           10 |
        | restored to P2 | restored to P2 |      6 |         2 |         8 |        1 |           10 |
        | restored to P2 | restored to P1 |      5 |         3 |         7 |        2 |           10 |
        | restored to P2 | lost           |      0 |         0 |         9 |        0 |           10 |
        | restored to P1 | intact         |      4 |         3 |         5 |        2 |            7 |
        | restored to P1 | restored to P2 |      6 |         2 |         6 |        1 |            7 |
        | restored to P1 | restored to P1 |      5 |         4 |         4 |        3 |            7 |
        | restored to P1 | lost           |      0 |         0 |         7 |        0 |            7 |
        | lost           | intact         |      4 |         3 |         0 |        0 |            0 |
        | lost           | restored to P2 |      6 |         2 |         0 |        0 |            0 |
        | lost           | restored to P1 |      5 |         4 |         0 |        0 |            0 |
        | lost           | lost           |      0 |         0 |         0 |        0 |            0 |

  Rule: A control plane restored to P2 changes nothing of that

    Scenario Outline: Control plane restored to P2, git <git>, package cache <package cache>
      When the control plane is restored to P2, git is <git> and the package cache is <package cache>
      Then the Repository "packages" holds <drafts> drafts, <proposals> proposals, <published> published and <deletion> proposed for deletion, and <placeholders> placeholders

      Examples: The control plane is restored to P2
        | git            | package cache  | drafts | proposals | published | deletion | placeholders |
        | intact         | intact         |      4 |         3 |         6 |        2 |           11 |
        | intact         | restored to P2 |      5 |         2 |         7 |        1 |           11 |
        | intact         | restored to P1 |      4 |         3 |         6 |        2 |           11 |
        | intact         | lost           |      0 |         0 |         8 |        0 |           11 |
        | restored to P2 | intact         |      4 |         3 |         7 |        2 |           10 |
        | restored to P2 | restored to P2 |      6 |         2 |         8 |        1 |           10 |
        | restored to P2 | restored to P1 |      5 |         3 |         7 |        2 |           10 |
        | restored to P2 | lost           |      0 |         0 |         9 |        0 |           10 |
        | restored to P1 | intact         |      4 |         3 |         5 |        2 |            7 |
        | restored to P1 | restored to P2 |      6 |         2 |         6 |        1 |            7 |
        | restored to P1 | restored to P1 |      5 |         4 |         4 |        3 |            7 |
        | restored to P1 | lost           |      0 |         0 |         7 |        0 |            7 |
        | lost           | intact         |      4 |         3 |         0 |        0 |            0 |
        | lost           | restored to P2 |      6 |         2 |         0 |        0 |            0 |
        | lost           | restored to P1 |      5 |         4 |         0 |        0 |            0 |
        | lost           | lost           |      0 |         0 |         0 |        0 |            0 |

  Rule: A control plane restored to P1 changes nothing of that

    Scenario Outline: Control plane restored to P1, git <git>, package cache <package cache>
      When the control plane is restored to P1, git is <git> and the package cache is <package cache>
      Then the Repository "packages" holds <drafts> drafts, <proposals> proposals, <published> published and <deletion> proposed for deletion, and <placeholders> placeholders

      Examples: The control plane is restored to P1
        | git            | package cache  | drafts | proposals | published | deletion | placeholders |
        | intact         | intact         |      4 |         3 |         6 |        2 |           11 |
        | intact         | restored to P2 |      5 |         2 |         7 |        1 |           11 |
        | intact         | restored to P1 |      4 |         3 |         6 |        2 |           11 |
        | intact         | lost           |      0 |         0 |         8 |        0 |           11 |
        | restored to P2 | intact         |      4 |         3 |         7 |        2 |           10 |
        | restored to P2 | restored to P2 |      6 |         2 |         8 |        1 |           10 |
        | restored to P2 | restored to P1 |      5 |         3 |         7 |        2 |           10 |
        | restored to P2 | lost           |      0 |         0 |         9 |        0 |           10 |
        | restored to P1 | intact         |      4 |         3 |         5 |        2 |            7 |
        | restored to P1 | restored to P2 |      6 |         2 |         6 |        1 |            7 |
        | restored to P1 | restored to P1 |      5 |         4 |         4 |        3 |            7 |
        | restored to P1 | lost           |      0 |         0 |         7 |        0 |            7 |
        | lost           | intact         |      4 |         3 |         0 |        0 |            0 |
        | lost           | restored to P2 |      6 |         2 |         0 |        0 |            0 |
        | lost           | restored to P1 |      5 |         4 |         0 |        0 |            0 |
        | lost           | lost           |      0 |         0 |         0 |        0 |            0 |

  Rule: A control plane that GitOps makes anew changes nothing of that

    Scenario Outline: Control plane lost, git <git>, package cache <package cache>
      When the control plane is lost, git is <git> and the package cache is <package cache>
      Then the Repository "packages" holds <drafts> drafts, <proposals> proposals, <published> published and <deletion> proposed for deletion, and <placeholders> placeholders

      Examples: The control plane is lost
        | git            | package cache  | drafts | proposals | published | deletion | placeholders |
        | intact         | intact         |      4 |         3 |         6 |        2 |           11 |
        | intact         | restored to P2 |      5 |         2 |         7 |        1 |           11 |
        | intact         | restored to P1 |      4 |         3 |         6 |        2 |           11 |
        | intact         | lost           |      0 |         0 |         8 |        0 |           11 |
        | restored to P2 | intact         |      4 |         3 |         7 |        2 |           10 |
        | restored to P2 | restored to P2 |      6 |         2 |         8 |        1 |           10 |
        | restored to P2 | restored to P1 |      5 |         3 |         7 |        2 |           10 |
        | restored to P2 | lost           |      0 |         0 |         9 |        0 |           10 |
        | restored to P1 | intact         |      4 |         3 |         5 |        2 |            7 |
        | restored to P1 | restored to P2 |      6 |         2 |         6 |        1 |            7 |
        | restored to P1 | restored to P1 |      5 |         4 |         4 |        3 |            7 |
        | restored to P1 | lost           |      0 |         0 |         7 |        0 |            7 |
        | lost           | intact         |      4 |         3 |         0 |        0 |            0 |
        | lost           | restored to P2 |      6 |         2 |         0 |        0 |            0 |
        | lost           | restored to P1 |      5 |         4 |         0 |        0 |            0 |
        | lost           | lost           |      0 |         0 |         0 |        0 |            0 |
