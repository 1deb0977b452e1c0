package dev.firedrill.recovery.sets.member;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.sets.format.Window;
import java.util.List;

/**
 * What a member was when it was taken.
 *
 * @param window when
 * @param details what its restore needs to know besides the artefacts
 * @param commands lines of shell that restore it without this program, with the variables that RESTORE.md explains
 */
public record Taken(Window window, ObjectNode details, List<String> commands) {}
