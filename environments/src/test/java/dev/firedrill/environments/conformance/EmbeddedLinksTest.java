package dev.firedrill.environments.conformance;

import dev.firedrill.environments.link.ToxiproxyLinks;
import dev.firedrill.environments.role.Links;

class EmbeddedLinksTest extends LinksConformance {
    @Override
    Links open() {
        return ToxiproxyLinks.embedded();
    }
}
