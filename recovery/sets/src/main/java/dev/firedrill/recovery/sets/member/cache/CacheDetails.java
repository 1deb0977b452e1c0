package dev.firedrill.recovery.sets.member.cache;

import java.util.List;

/**
 * The details of a package cache member.
 *
 * @param serverVersion as the server writes it
 * @param walPosition where the write-ahead log was, for whoever has it
 * @param schemas whose tables are in it
 * @param before path of the statements that make tables and functions
 * @param tables with the paths of their rows
 * @param after path of the statements that make keys, checks, indexes, triggers and views
 */
public record CacheDetails(
        String serverVersion,
        String walPosition,
        List<String> schemas,
        String before,
        List<TableRecord> tables,
        String after) {
    /**
     * A table.
     *
     * @param definition what it is
     * @param rows path of its rows, in the text format of COPY
     */
    public record TableRecord(TableDefinition definition, String rows) {}
}
