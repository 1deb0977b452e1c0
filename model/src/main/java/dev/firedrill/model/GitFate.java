package dev.firedrill.model;

/** What becomes of one git repository; "lost" alone can mean four things that end differently. */
public sealed interface GitFate {
    /** One of the ordinary fates. Lost: an empty repository with its package branch takes its place. */
    record Ordinary(Fate fate) implements GitFate {
        @Override
        public String toString() {
            return fate.toString();
        }
    }

    /** The server answers that it has no such repository. */
    record Removed() implements GitFate {
        @Override
        public String toString() {
            return "removed";
        }
    }

    /** The repository does not answer or does not let anybody in; behind that it is as it was. */
    record Unreachable() implements GitFate {
        @Override
        public String toString() {
            return "unreachable";
        }
    }

    /** The repository exists and has neither branch nor tag. */
    record EmptiedWithoutBranch() implements GitFate {
        @Override
        public String toString() {
            return "emptied, without its branch";
        }
    }

    /** The repository is empty, and its Repository object asks for a missing package branch to be created. */
    record EmptiedWithBranchCreation() implements GitFate {
        @Override
        public String toString() {
            return "emptied, with its branch to be created";
        }
    }

    /** The repository ends as its server does, and loses every tag on top of that. */
    record TagsMissing() implements GitFate {
        @Override
        public String toString() {
            return "without its tags";
        }
    }

    /**
     * The repository loses every tag, the recovery deals with that, and then the tags are back where they were. It ends as
     * its server does: what was taken out meanwhile is the same revision as before, and so is its metadata (rule 3).
     */
    record TagsMissingForAWhile() implements GitFate {
        @Override
        public String toString() {
            return "without its tags for a while";
        }
    }
}
