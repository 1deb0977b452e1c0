package dev.firedrill.proof.fields;

import dev.firedrill.scenarios.run.RecoveredStores;

/** Changes one leaf of what the public API has answered, on its way to whoever asked. */
final class AnswerDamage implements Damage {
    private final RecoveredStores stores;

    AnswerDamage(RecoveredStores stores) {
        this.stores = stores;
    }

    @Override
    public Repair damage(Fact fact) {
        stores.falsify(fact.subject(), fact.field(), fact.value().equals("\"damaged\"") ? "\"other\"" : "\"damaged\"");
        return stores::answersTruly;
    }
}
