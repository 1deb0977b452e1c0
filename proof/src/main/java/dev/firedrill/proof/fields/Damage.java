package dev.firedrill.proof.fields;

/** Changes one field in a real store. */
interface Damage {
    /**
     * Changes the field, and nothing that the store does not change with it.
     *
     * @return what puts it back
     * @throws Refused when the store does not let it be changed
     */
    Repair damage(Fact fact) throws Refused;

    /** Puts back what was damaged. */
    @FunctionalInterface
    interface Repair {
        void repair();
    }

    /** The store itself keeps the field from being changed. */
    final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String reason) {
            super(reason);
        }
    }
}
