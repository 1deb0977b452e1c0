package dev.firedrill.environments.kubernetes.apiserver;

import dev.firedrill.model.Product;
import java.util.EnumSet;
import java.util.Set;

/** What a real product does in another way than kube-apiserver on etcd, seen on it and stated by the suite as it is. */
enum Quirk {
    /** Lists are in the order of creation, and what is left of a list is counted within the next page. */
    STORED_IN_SQL,
    /** Controllers write into a cluster that nobody uses: its revision is past 100 before anyone has come. */
    RUNS_CONTROLLERS,
    /** A path that climbs is answered by a redirect to where it climbs to, which is not followed here. */
    REDIRECTS_CLIMBING_PATHS;

    /** The oldest k3s that was seen; 1.31 does all but {@link #RUNS_CONTROLLERS} as kube-apiserver does. */
    private static final String OLDER_K3S = "1.22.";

    /** Those of a product; none, unless they were seen on it. */
    static Set<Quirk> of(Product product) {
        Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);
        if (product.product().equals("k3s")) {
            quirks.add(RUNS_CONTROLLERS);
            if (product.version().startsWith(OLDER_K3S)) {
                quirks.add(REDIRECTS_CLIMBING_PATHS);
                if (!product.form().endsWith("-etcd")) {
                    quirks.add(STORED_IN_SQL);
                }
            }
        }
        return quirks;
    }
}
