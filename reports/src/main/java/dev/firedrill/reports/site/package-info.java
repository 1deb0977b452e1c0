/**
 * The site that a person opens after a drill: templates, and the views that they show. Knows the result model only, and
 * touches no disk. Templates escape everything that they print.
 */
@NullMarked
package dev.firedrill.reports.site;

import org.jspecify.annotations.NullMarked;
