package dev.firedrill.steps.rehearsal;

import static dev.firedrill.steps.rehearsal.Claim.claim;

import dev.firedrill.environments.existing.ExistingSite;
import dev.firedrill.environments.existing.Refused;
import dev.firedrill.environments.role.StoreRole;
import dev.firedrill.steps.drill.DrillOptions;
import dev.firedrill.steps.laboratory.Forms;
import dev.firedrill.vocabulary.LaboratoryBroken;
import dev.firedrill.vocabulary.Store;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A drill that is pointed at stores of somebody else, and what becomes of them. Belongs to one scenario. */
public final class Trespass implements AutoCloseable {
    private final BenchPool benches;
    private final Rehearsal rehearsal;
    private final DrillOptions options;
    private final Map<Store, StoreRole> taken = new EnumMap<>(Store.class);
    private Optional<ForeignStores> stores = Optional.empty();
    private Optional<BenchPool> there = Optional.empty();
    private Optional<String> refusal = Optional.empty();
    private Map<String, String> before = new TreeMap<>();

    public Trespass(BenchPool benches, Rehearsal rehearsal, DrillOptions options) {
        this.benches = benches;
        this.rehearsal = rehearsal;
        this.options = options;
    }

    /** There are stores that no drill has been in. */
    public void somebodyElseHasStores(String name) {
        stores = Optional.of(new ForeignStores(benches.leash(), name));
        look();
    }

    /** A drill has been let in. */
    public void aDrillWorks() {
        somebodyElseHasStores("lab");
        take(Optional.of("lab"));
        look();
    }

    /** This scenario goes on in these stores, and in no others. */
    public void thisScenarioWorks() {
        somebodyElseHasStores("lab");
        ExistingSite site = stores().permitted(() -> Optional.of("lab"));
        BenchPool pool = new BenchPool(benches.leash(), Forms.existing().at(site), options.repositories());
        there = Optional.of(pool);
        rehearsal.moveTo(pool);
    }

    /** Somebody uses a store. */
    public void somebodyKeepsPackagesIn(Store store) {
        stores().keepPackagesIn(store);
        look();
    }

    /** Somebody takes the marker of the drill out of a store. */
    public void markerRemoved(Store store) {
        stores().removeMarker(store);
        look();
    }

    /** Another drill puts its marker in the place of this one's. */
    public void markerReplaced(Store store) {
        stores().changeMarker(store);
        look();
    }

    /** A drill begins, if it is let. */
    public void pointAtThem(Optional<String> typed) {
        attempt(() -> take(typed));
        // As every laboratory does of which one store does not open.
        handBackWhatCanBe();
    }

    /** The drill goes on to its disaster. */
    public void lose(Store store) {
        attempt(() -> taken.get(store).lose());
    }

    /** The drill did not get its way, and was told why. */
    public void wasRefused(String because) {
        claim("the refusal").mentions(refusal.orElse("there was none"), because);
    }

    /** All three stores are what they were, not only the one that refused. */
    public void nothingWasTouched() {
        claim("what is in the stores").isSame(stores().read(), before);
    }

    /** The scenario's drill is over, and the stores are what they were before it. */
    public void handedBack() {
        rehearsal.close();
        there.orElseThrow().close();
        claim("what is in the stores").isSame(stores().read(), before);
    }

    /** Ends the drill and the stores. */
    @Override
    public void close() {
        handBackWhatCanBe();
        there.ifPresent(BenchPool::close);
        stores.ifPresent(ForeignStores::close);
    }

    private void take(Optional<String> typed) {
        ExistingSite site = stores().permitted(() -> typed);
        taken.put(Store.CONTROL_PLANE, site.controlPlane(benches.leash()));
        taken.put(Store.GIT, site.git(benches.leash()));
        taken.put(Store.DATABASE, site.database(benches.leash()));
    }

    private void attempt(Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            refusal = Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    private void handBackWhatCanBe() {
        List<StoreRole> all = new ArrayList<>(taken.values());
        taken.clear();
        for (StoreRole store : all) {
            try {
                store.close();
            } catch (Refused withoutMarker) {
                refusal = refusal.or(() -> Optional.of(String.valueOf(withoutMarker.getMessage())));
            }
        }
    }

    private void look() {
        before = stores().read();
    }

    private ForeignStores stores() {
        return stores.orElseThrow(() -> new LaboratoryBroken("There are no stores of somebody else in this scenario"));
    }
}
