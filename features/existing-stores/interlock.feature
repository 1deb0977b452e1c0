@interlock
Feature: Nothing of somebody else's is destroyed by mistake
  A drill can be pointed at stores that Firedrill did not start. It loses and restores them again and again, so it
  works only where somebody said so by name, where nobody else keeps anything, and where it finds its own marker right
  before it destroys something. In every other case it refuses, in a sentence that says what to do.

  Here the existing environment is played by stores of our own, and each refusal is proved by reading them.

  Rule: A drill works only where somebody wants it, and can say where that is

    Scenario: The name of the target is on the deny list
      Given an empty existing environment named "shop-production"
      When a drill is pointed at it, and "shop-production" is typed as its name
      Then that is refused because "'shop-production' is on the deny list"
      And nothing has changed in the existing environment

    Scenario: Another name is typed
      Given an empty existing environment named "lab"
      When a drill is pointed at it, and "lab-2" is typed as its name
      Then that is refused because "'lab-2' is not its name"
      And nothing has changed in the existing environment

    Scenario: Nobody is there to type the name
      Given an empty existing environment named "lab"
      When a drill is pointed at it, and nobody is there to type its name
      Then that is refused because "there is no terminal at which somebody could type its name"
      And nothing has changed in the existing environment

  Rule: A store in which somebody keeps something is left as it is

    Scenario Outline: Somebody keeps packages in the <store>
      Given an empty existing environment named "lab"
      But somebody keeps packages in the <store>
      When a drill is pointed at it, and "lab" is typed as its name
      Then that is refused because "which no drill of Firedrill put there"
      And nothing has changed in the existing environment

      Examples: One store is enough
        | store         |
        | control plane |
        | git server    |
        | package cache |

  Rule: A store that does not carry the drill's own marker any more is left as it is

    Scenario Outline: The marker in the <store> <what happened>
      Given an existing environment in which a drill works
      But its marker in the <store> <what happened>
      When the drill is about to lose the <store>
      Then that is refused because "<sentence>"
      And nothing has changed in the existing environment

      Examples: Somebody cleared the store, or another drill took it
        | store         | what happened                | sentence                      |
        | control plane | was removed                  | does not carry this drill's   |
        | git server    | was removed                  | does not carry this drill's   |
        | package cache | is now that of another drill | carries the marker of another |

  Rule: What a drill was given it hands back as it found it

    Scenario: An existing environment goes through a whole disaster
      Given an existing environment in which this scenario works
      And the standard history with its recovery points P1 and P2
      When the control plane is lost, git is restored to P1 and the package cache is restored to P1
      Then no package revision from before P1 is lost
      And the existing environment is handed back as it was found
