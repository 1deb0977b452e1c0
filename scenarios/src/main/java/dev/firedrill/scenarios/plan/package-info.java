/** The plan of a disaster: the fate of each store, and what people do about it afterwards. */
@org.jspecify.annotations.NullMarked
package dev.firedrill.scenarios.plan;
