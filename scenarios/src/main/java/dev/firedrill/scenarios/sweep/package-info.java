/** One disaster over and over: interrupted at many places, in many orders, with histories that are drawn. */
@org.jspecify.annotations.NullMarked
package dev.firedrill.scenarios.sweep;
