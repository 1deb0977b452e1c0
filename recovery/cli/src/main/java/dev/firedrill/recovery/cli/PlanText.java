package dev.firedrill.recovery.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.plan.Action;
import dev.firedrill.recovery.plan.ExpectedLoss;
import dev.firedrill.recovery.plan.Notice;
import dev.firedrill.recovery.plan.PendingRemoval;
import dev.firedrill.recovery.plan.Plan;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** A plan as text for people and as JSON for programs. */
final class PlanText {
    private PlanText() {}

    static void print(PrintWriter out, Plan plan) {
        if (plan.isEmpty()) {
            out.println("Nothing to do: the package cache is in line with control plane and git.");
        } else {
            out.println("To do (" + plan.actions().size() + "):");
            int width = plan.actions().stream()
                    .mapToInt(action -> action.subject().name().length())
                    .max()
                    .orElse(0);
            plan.actions()
                    .forEach(action -> out.println(
                            "  " + padded(action.subject().name(), Math.min(width, 60)) + "  " + action.text()));
        }
        losses(out, plan.losses());
        notices(out, plan.notices());
    }

    static void losses(PrintWriter out, List<ExpectedLoss> losses) {
        if (!losses.isEmpty()) {
            out.println("Lost by the rules (" + losses.size() + "):");
            losses.forEach(loss -> out.println(
                    "  " + loss.object() + ": " + loss.what() + " (rule " + loss.rule() + ": " + loss.why() + ")"));
        }
    }

    static void notices(PrintWriter out, List<Notice> notices) {
        if (!notices.isEmpty()) {
            out.println("To know (" + notices.size() + "):");
            notices.forEach(notice -> out.println("  " + notice.message()));
        }
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    static ObjectNode json(Plan plan) {
        ObjectNode node = Json.object();
        ArrayNode actions = node.putArray("actions");
        for (Action action : plan.actions()) {
            actions.addObject()
                    .put("repository", action.repository())
                    .put("action", action.accept(ActionWord.INSTANCE))
                    .put("object", action.subject().name())
                    .put("text", action.text());
        }
        ArrayNode losses = node.putArray("losses");
        for (ExpectedLoss loss : plan.losses()) {
            losses.addObject()
                    .put("object", loss.object())
                    .put("what", loss.what())
                    .put("rule", loss.rule())
                    .put("why", loss.why());
        }
        ArrayNode notices = node.putArray("notices");
        for (Notice notice : plan.notices()) {
            notices.addObject()
                    .put("kind", notice.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .put("repository", notice.repository())
                    .put("object", notice.subject())
                    .put("message", notice.message());
        }
        ArrayNode pending = node.putArray("pendingRemovals");
        for (PendingRemoval removal : plan.pendingRemovals()) {
            ArrayNode names = pending.addObject()
                    .put("repository", removal.repository())
                    .put("token", removal.token())
                    .putArray("objects");
            removal.names().forEach(names::add);
        }
        return node;
    }
}
