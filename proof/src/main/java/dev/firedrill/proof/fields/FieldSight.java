package dev.firedrill.proof.fields;

import dev.firedrill.oracle.check.Finding;
import dev.firedrill.oracle.complete.Exemption;
import dev.firedrill.oracle.complete.Exemptions;
import dev.firedrill.oracle.snapshot.Snapshot;
import dev.firedrill.proof.fields.FieldOutcome.Fate;
import dev.firedrill.scenarios.run.RecoveredStores;
import dev.firedrill.workload.gitops.ClusterClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * Damages one field of each kind in stores in which a recovery has ended, and asks the judge. Every damage is put back
 * before the next one.
 */
public final class FieldSight {
    private static final int SHOWN = 5;

    private final RecoveredStores stores;
    private final SortedMap<FieldKind, Fact> kinds;

    /** @param seed which field of each kind is damaged */
    public FieldSight(RecoveredStores stores, long seed) {
        this.stores = stores;
        this.kinds = FieldKinds.of(stores.seen().facts(), stores.namespace(), seed);
    }

    /** Everything that the snapshot reads. */
    public SortedMap<FieldKind, Fact> kinds() {
        return kinds;
    }

    /** What the judge holds against stores that nobody has damaged: nothing, or there is nothing to try. */
    public List<String> before() {
        return sentences(stores.findings(stores.seen(), stores.seen()));
    }

    /** Damages the fields of these kinds, one after the other. */
    public List<FieldOutcome> damage(Collection<FieldKind> chosen, Consumer<FieldOutcome> told) {
        var outcomes = new ArrayList<FieldOutcome>();
        try (var client = ClusterClient.of(stores.cluster())) {
            var rows = new RowDamage(stores.database());
            var definitions = new DefinitionDamage(stores.database());
            var objects = new ObjectDamage(client);
            var refs = new RefDamage(stores.git());
            for (var kind : chosen) {
                var fact = kinds.get(kind);
                var damage = switch (fact.subject().source()) {
                    case DATABASE -> fact.subject().kind().startsWith("definition of ") ? definitions : rows;
                    case CONTROL_PLANE -> objects;
                    case GIT -> refs;
                    case PUBLIC_API -> new AnswerDamage(stores);
                };
                var outcome = outcome(kind, fact, damage);
                outcomes.add(outcome);
                told.accept(outcome);
            }
        }
        return outcomes;
    }

    private FieldOutcome outcome(FieldKind kind, Fact fact, Damage damage) {
        var exemption = exemption(fact);
        if (exemption.isPresent()) {
            return new FieldOutcome(kind, fact, Fate.EXEMPT, exemption.get().reason());
        }
        Damage.Repair repair;
        try {
            repair = damage.damage(fact);
        } catch (Damage.Refused e) {
            return new FieldOutcome(kind, fact, Fate.REFUSED, e.getMessage());
        }
        try {
            return judged(kind, fact);
        } finally {
            repair.repair();
        }
    }

    private FieldOutcome judged(FieldKind kind, Fact fact) {
        var seen = stores.look(fact.subject().source());
        if (isUnharmed(fact, seen.facts())) {
            return new FieldOutcome(kind, fact, Fate.REFUSED, "the store keeps its value whatever is written");
        }
        var findings = stores.findings(seen, seen);
        var named = naming(findings, fact, seen.facts());
        if (named.isPresent()) {
            return new FieldOutcome(kind, fact, Fate.CAUGHT, named.get());
        }
        return naming(stores.findings(stores.seen(), seen), fact, seen.facts())
                .map(later -> new FieldOutcome(kind, fact, Fate.CHOSEN, later))
                .orElseGet(() -> new FieldOutcome(kind, fact, Fate.MISSED, "the judge says: " + shown(findings)));
    }

    private static Optional<String> naming(List<Finding> findings, Fact fact, Snapshot seen) {
        return findings.stream()
                .map(Finding::sentence)
                .filter(sentence -> names(sentence, fact, seen))
                .findFirst();
    }

    private static boolean isUnharmed(Fact fact, Snapshot seen) {
        return seen.value(fact.subject(), fact.field()).equals(Optional.of(fact.value()));
    }

    /** An object of which the name was damaged is another object, and the first one is gone with all of its fields. */
    private static boolean names(String sentence, Fact fact, Snapshot seen) {
        return sentence.contains(fact.subject() + ": ")
                && (sentence.contains(fact.field() + " was ")
                        || !seen.has(fact.subject())
                        || renamed(sentence, fact, seen));
    }

    /** A condition of which the type was damaged is another condition, and the first one is gone with all of its fields. */
    private static boolean renamed(String sentence, Fact fact, Snapshot seen) {
        var condition = fact.field().replaceFirst("\\.type$", ".");
        return !condition.equals(fact.field())
                && sentence.contains(condition)
                && seen.fields(fact.subject()).keySet().stream().noneMatch(field -> field.startsWith(condition));
    }

    private static Optional<Exemption> exemption(Fact fact) {
        return Exemptions.all().list().stream()
                .filter(exemption -> exemption.scope() != Exemption.Scope.SECOND_PASS)
                .filter(exemption -> exemption.source() == fact.subject().source()
                        && exemption.kind().matcher(fact.subject().kind()).matches()
                        && exemption.field().matcher(fact.field()).matches())
                .findFirst();
    }

    private static String shown(List<Finding> findings) {
        var more = findings.size() > SHOWN ? " and " + (findings.size() - SHOWN) + " more" : "";
        return sentences(findings).stream().limit(SHOWN).toList() + more;
    }

    private static List<String> sentences(List<Finding> findings) {
        return findings.stream().map(Finding::sentence).toList();
    }
}
