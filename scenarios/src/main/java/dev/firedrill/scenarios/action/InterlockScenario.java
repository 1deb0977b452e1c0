package dev.firedrill.scenarios.action;

import static dev.firedrill.scenarios.assertion.Expect.claim;

import dev.firedrill.environments.existing.ExistingSite;
import dev.firedrill.environments.interlock.InterlockRefused;
import dev.firedrill.environments.role.StoreRole;
import dev.firedrill.faults.ThirdPartyStores;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Store;
import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.run.ScenarioTestbed;
import dev.firedrill.scenarios.testbed.EnvironmentSpec;
import dev.firedrill.scenarios.testbed.TestbedPool;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A drill that is pointed at stores of somebody else, and what becomes of them. Belongs to one scenario. */
public final class InterlockScenario implements AutoCloseable {
    private final TestbedPool testbeds;
    private final ScenarioTestbed testbed;
    private final DrillOptions options;
    private final Map<Store, StoreRole> taken = new EnumMap<>(Store.class);
    private Optional<ThirdPartyStores> stores = Optional.empty();
    private Optional<TestbedPool> there = Optional.empty();
    private Optional<String> refusal = Optional.empty();
    private Map<String, String> before = new TreeMap<>();

    public InterlockScenario(TestbedPool testbeds, ScenarioTestbed testbed, DrillOptions options) {
        this.testbeds = testbeds;
        this.testbed = testbed;
        this.options = options;
    }

    /** There are stores that no drill has been in. */
    public void somebodyElseHasStores(String name) {
        stores = Optional.of(new ThirdPartyStores(testbeds.supervisor(), name));
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
        TestbedPool pool = new TestbedPool(
                testbeds.supervisor(), EnvironmentSpec.existing().at(site), options.repositories());
        there = Optional.of(pool);
        testbed.moveTo(pool);
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
        // As every environment does of which one store does not open.
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
        testbed.close();
        there.orElseThrow().close();
        claim("what is in the stores").isSame(stores().read(), before);
    }

    /** Ends the drill and the stores. */
    @Override
    public void close() {
        handBackWhatCanBe();
        there.ifPresent(TestbedPool::close);
        stores.ifPresent(ThirdPartyStores::close);
    }

    private void take(Optional<String> typed) {
        ExistingSite site = stores().permitted(() -> typed);
        taken.put(Store.CONTROL_PLANE, site.controlPlane(testbeds.supervisor()));
        taken.put(Store.GIT, site.git(testbeds.supervisor()));
        taken.put(Store.DATABASE, site.database(testbeds.supervisor()));
    }

    private void attempt(Runnable act) {
        try {
            act.run();
        } catch (InterlockRefused refused) {
            refusal = Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    private void handBackWhatCanBe() {
        List<StoreRole> all = new ArrayList<>(taken.values());
        taken.clear();
        for (StoreRole store : all) {
            try {
                store.close();
            } catch (InterlockRefused withoutMarker) {
                refusal = refusal.or(() -> Optional.of(String.valueOf(withoutMarker.getMessage())));
            }
        }
    }

    private void look() {
        before = stores().read();
    }

    private ThirdPartyStores stores() {
        return stores.orElseThrow(
                () -> new EnvironmentFailure("There are no stores of somebody else in this scenario"));
    }
}
