package dev.firedrill.steps.broken;

import java.util.List;

/** Mistakes in the rescue sets: what was taken out is kept, and not as it should be. */
final class RescueMistakes {
    private static final List<BrokenRecovery> ALL = List.of(
            BrokenRecovery.acting(
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
            BrokenRecovery.acting(
                    "old-sets-purged",
                    "throws rescue sets away that are older than the disaster",
                    "@S05",
                    "firedrill_rescue\\.(revisions|sets)",
                    AfterPass.sql("delete from firedrill_rescue.sets where k8s_name_space = :ns")),
            BrokenRecovery.acting(
                    "rescued-without-reason",
                    "does not write down why it took something out",
                    "@git-rewound and @rule-2",
                    "firedrill_rescue\\.revisions.*reason",
                    AfterPass.sql("update firedrill_rescue.revisions set reason = '' where reason <> ''")));

    private RescueMistakes() {}

    static List<BrokenRecovery> all() {
        return ALL;
    }
}
