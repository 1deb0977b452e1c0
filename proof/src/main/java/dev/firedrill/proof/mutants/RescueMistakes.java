package dev.firedrill.proof.mutants;

import java.util.List;

/** Mistakes in the rescue sets: what was taken out is kept, and not as it should be. */
final class RescueMistakes {
    private static final List<Mutant> ALL = List.of(
            Mutant.acting(
                    "rescued-twice",
                    "puts what it takes out into two rescue sets",
                    "@git-rewound and @rule-2",
                    "firedrill_rescue\\.(sets|revisions) [^ ]*/[^ ]*-again",
                    AfterPass.sql(
                            "insert into firedrill_rescue.sets select k8s_name_space, id || '-again', opened, finished"
                                    + " from firedrill_rescue.sets where k8s_name_space = :ns and id not like '%-again'"
                                    + " on conflict do nothing;"
                                    + " create temp table again as select * from firedrill_rescue.revisions"
                                    + " where k8s_name_space = :ns and set_id not like '%-again';"
                                    + " update again set set_id = set_id || '-again';"
                                    + " insert into firedrill_rescue.revisions select * from again on conflict do nothing")),
            Mutant.acting(
                    "old-sets-purged",
                    "throws rescue sets away that are older than the disaster",
                    "@S05",
                    "firedrill_rescue\\.(revisions|sets)",
                    AfterPass.sql("delete from firedrill_rescue.sets where k8s_name_space = :ns")),
            wrong(
                    "reason-wrong",
                    "writes down another reason for taking something out",
                    "reason was",
                    "update firedrill_rescue.revisions set reason = 'a user deleted it' where reason <> 'a user deleted it'"),
            wrong(
                    "fingerprint-wrong",
                    "marks copies in rescue sets with what does not follow from them",
                    "fingerprint was",
                    "update firedrill_rescue.revisions set fingerprint = 'copy' where fingerprint <> 'copy'"),
            wrong(
                    "set-misnamed",
                    "gives rescue sets names that do not tell when they were made",
                    "set_id was",
                    "insert into firedrill_rescue.sets select k8s_name_space, 'my-' || id, opened, finished"
                            + " from firedrill_rescue.sets where id not like 'my-%' on conflict do nothing;"
                            + " update firedrill_rescue.revisions set set_id = 'my-' || set_id where set_id not like 'my-%';"
                            + " delete from firedrill_rescue.sets where id not like 'my-%'"),
            Mutant.acting(
                    "set-left-open",
                    "leaves a rescue set open after its pass has ended",
                    "@git-rewound and @rule-2",
                    "firedrill_rescue\\.sets.*finished was",
                    AfterPass.sql("update firedrill_rescue.sets set finished = false where finished")),
            Mutant.acting(
                    "rescued-without-reason",
                    "does not write down why it took something out",
                    "@git-rewound and @rule-2",
                    "firedrill_rescue\\.revisions.*reason",
                    AfterPass.sql("update firedrill_rescue.revisions set reason = '' where reason <> ''")));

    private RescueMistakes() {}

    private static Mutant wrong(String name, String mistake, String field, String statement) {
        return Mutant.acting(
                name,
                mistake,
                "@git-rewound and @rule-2",
                "firedrill_rescue\\.revisions.*" + field,
                AfterPass.sql(statement));
    }

    static List<Mutant> all() {
        return ALL;
    }
}
