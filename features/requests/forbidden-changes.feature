@obstacles @forbidden
Feature: What a package revision may not become is refused
  A package revision is made as a Draft and proposed; an approval publishes it; and what is published goes only after its
  deletion was proposed. Every other way is closed to everybody: nothing is published without an approval, nothing
  that others build upon changes or turns back into a draft, and a name stays with the package revision that has it. A
  refusal is one only if nothing was done, in any store. A request says which version was read before; one
  that has missed what others wrote since is refused as well, and does not undo it unseen.

  Background:
    Given the standard history with its recovery points P1 and P2

  Rule: A request for a forbidden change is refused and changes nothing

    @forbidden-to-drafts
    Scenario: What a Draft may not become
      When somebody asks each of these of the package "draft-throughout":
        | to be Published by an update                  |
        | to be Published by an approval                |
        | to be DeletionProposed by an update           |
        | to be DeletionProposed by an approval         |
        | to be Proposed by an approval                 |
        | to be Draft by an approval                    |
        | to be Retired by an update                    |
        | to be Retired by an approval                  |
        | to have another number                        |
        | to have another workspace                     |
        | to be of another package                      |
        | to be of another repository                   |
        | to have another UID                           |
        | to be made a second time                      |
        | to have a successor that is Published at once |
      Then each request is refused
      And nothing has changed in any store

    @forbidden-to-drafts
    Scenario: What a Draft may not hold
      When somebody asks each of these of the package "draft-throughout":
        | to have other files                    |
        | to have a file at '../escape'          |
        | to have a file at 'a/../../escape'     |
        | to have a file at '/etc/escape'        |
        | to have a file at '.git/config'        |
        | to have a file at 'nested/.GIT/config' |
        | to have a file at 'nothing//between'   |
        | to have a file at 'here/./it'          |
        | to have a file at 'a/directory/'       |
        | to have a file at 'back\\slash'        |
        | to have a file at 'Kptfile/below-it'   |
        | to have the label '-begins-wrongly'    |
        | to have the label 'two/slashes/in-it'  |
        | to have the label 'a space'            |
      Then each request is refused
      And nothing has changed in any store

    @forbidden-to-drafts @malformed
    Scenario: What is no package revision
      When somebody asks each of these of the package "draft-throughout":
        | to have '"Package"' as its kind                                                    |
        | to have '"v1"' as its apiVersion                                                   |
        | to have '"none"' as its metadata                                                   |
        | to have '"another"' as its metadata.name                                           |
        | to have '"another"' as its metadata.namespace                                      |
        | to have '7' as its metadata.resourceVersion                                        |
        | to have '"none"' as its metadata.labels                                            |
        | to have '{"number": 7}' as its metadata.labels                                     |
        | to have '["none"]' as its metadata.annotations                                     |
        | to have '"none"' as its metadata.finalizers                                        |
        | to have '[7]' as its metadata.finalizers                                           |
        | to have '"nobody"' as its metadata.ownerReferences                                 |
        | to have '["nobody"]' as its metadata.ownerReferences                               |
        | to have '[{"kind": "Invoice", "name": "nameless"}]' as its metadata.ownerReferences |
        | to have '"none"' as its spec                                                       |
        | to have '"many"' as its spec.revision                                              |
        | to have '7' as its spec.lifecycle                                                  |
        | to have '"Ready"' as its spec.readinessGates                                       |
        | to have '[{}]' as its spec.readinessGates                                          |
      Then each request is refused
      And nothing has changed in any store

    @forbidden-to-drafts @stale
    Scenario: What nobody may want of a Draft who has not seen how it is now
      When somebody asks each of these of the package "draft-throughout":
        | to have another label, as it was read long ago            |
        | to have another label by a patch, as it was read long ago |
        | to have other files, as it was read long ago              |
        | to be Proposed, as it was read long ago                   |
        | to be deleted, as it was read long ago                    |
        | to be deleted under another UID                           |
      Then each request is refused
      And nothing has changed in any store

    @forbidden-to-proposals
    Scenario: What a proposal may not become
      When somebody asks each of these of the package "proposed-throughout":
        | to be Published by an update             |
        | to be DeletionProposed by an update      |
        | to be DeletionProposed by an approval    |
        | to be Retired by an update               |
        | to have other files                      |
        | to have another number                   |
        | to be of another package                 |
        | to be made a second time                 |
        | to be Published, as it was read long ago |
      Then each request is refused
      And nothing has changed in any store

    @forbidden-to-published
    Scenario: What is published may not become
      When somebody asks each of these of the package "published-throughout":
        | to be Draft by an update                      |
        | to be Draft by an approval                    |
        | to be Proposed by an update                   |
        | to be Proposed by an approval                 |
        | to be Retired by an approval                  |
        | to have other files                           |
        | to have other readiness gates                 |
        | to have another number                        |
        | to have another workspace                     |
        | to be deleted                                 |
        | to be made a second time                      |
        | to have a successor that is Published at once |
      Then each request is refused
      And nothing has changed in any store

    @forbidden-to-proposed-for-deletion
    Scenario: What is proposed for deletion may not become
      When somebody asks each of these of the package "deletion-proposed-throughout":
        | to be Draft by an update      |
        | to be Draft by an approval    |
        | to be Proposed by an update   |
        | to be Proposed by an approval |
        | to have other files           |
        | to have other readiness gates |
        | to have another number        |
        | to be made a second time      |
      Then each request is refused
      And nothing has changed in any store
