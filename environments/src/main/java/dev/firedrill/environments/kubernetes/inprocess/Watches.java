package dev.firedrill.environments.kubernetes.inprocess;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.request.ApiRequest;
import dev.firedrill.environments.kubernetes.inprocess.request.ObjectSelection;
import dev.firedrill.environments.kubernetes.inprocess.status.StatusError;
import dev.firedrill.environments.kubernetes.inprocess.store.ObjectChange;
import dev.firedrill.environments.kubernetes.inprocess.store.ResourceStore;
import dev.firedrill.environments.kubernetes.inprocess.store.StoreListing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/** Opens watches and keeps their times: bookmarks once a minute and before the end, the end itself. */
final class Watches {
    private static final long BOOKMARK_SECONDS = 60;
    private static final long BOOKMARK_BEFORE_END_SECONDS = 2;
    private static final long SHORTEST_DEFAULT_SECONDS = 1800;

    private final ResourceStore store;
    private final Executor executor;
    private final Scheduler scheduler;
    private final Map<WatchStream, Queue<Scheduler.Task>> open = new ConcurrentHashMap<>();

    Watches(ResourceStore store, Executor executor, Scheduler scheduler) {
        this.store = store;
        this.executor = executor;
        this.scheduler = scheduler;
    }

    /** {@code GET} of a collection with {@code watch=true}: answers for as long as the watcher stays. */
    void open(ApiRequest call, Request request, Response response, Callback callback) {
        long from = call.query().resourceVersion();
        WatchEvents events = new WatchEvents(call.kind(), ObjectSelection.of(call));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache, private");
        request.addIdleTimeoutListener(timeout -> false);
        WatchStream stream = new WatchStream(events, from, response, callback, executor, this::forget);
        open.put(stream, new ConcurrentLinkedQueue<>());
        begin(call, from, events, stream);
        stream.flush();
        keepTime(call, events, stream);
    }

    /** Ends every watch as a server does that dies. */
    void hangUp() {
        open.keySet().forEach(WatchStream::hangUp);
    }

    private void begin(ApiRequest call, long from, WatchEvents events, WatchStream stream) {
        boolean initial = call.query().flag("sendInitialEvents");
        store.transact(steps -> {
            if (from == 0 || initial) {
                StoreListing now = store.follow(call.scope(), stream);
                if (initial || !call.query().has("sendInitialEvents")) {
                    now.objects().forEach(each -> events.present(each).ifPresent(stream::send));
                }
                if (initial && call.query().flag("allowWatchBookmarks")) {
                    stream.send(events.bookmark(now.revision(), true));
                }
                return true;
            }
            Optional<List<ObjectChange>> since = store.followSince(from, call.scope(), stream);
            since.ifPresentOrElse(changes -> changes.forEach(stream::changed), () -> refuse(from, events, stream));
            return since.isPresent();
        });
    }

    private void refuse(long from, WatchEvents events, WatchStream stream) {
        ObjectNode error = events.error(
                StatusError.expired("too old resource version: " + from + " (" + store.compactedAt() + ")"));
        stream.send(error);
        stream.end();
    }

    private void keepTime(ApiRequest call, WatchEvents events, WatchStream stream) {
        long asked = call.query().number("timeoutSeconds");
        // Spread, so that watchers who came together do not come back together.
        long seconds = asked > 0
                ? asked
                : SHORTEST_DEFAULT_SECONDS + ThreadLocalRandom.current().nextLong(SHORTEST_DEFAULT_SECONDS);
        schedule(stream, seconds, stream::end);
        if (call.query().flag("allowWatchBookmarks")) {
            scheduleBookmark(events, stream);
            if (seconds > BOOKMARK_BEFORE_END_SECONDS) {
                schedule(stream, seconds - BOOKMARK_BEFORE_END_SECONDS, () -> bookmark(events, stream));
            }
        }
    }

    private void scheduleBookmark(WatchEvents events, WatchStream stream) {
        schedule(stream, BOOKMARK_SECONDS, () -> {
            bookmark(events, stream);
            scheduleBookmark(events, stream);
        });
    }

    /** Does something for a watcher after a while, if it is still there by then. */
    private void schedule(WatchStream stream, long seconds, Runnable task) {
        Queue<Scheduler.Task> tasks = open.get(stream);
        if (tasks != null) {
            tasks.add(scheduler.schedule(task, seconds, TimeUnit.SECONDS));
        }
    }

    private void bookmark(WatchEvents events, WatchStream stream) {
        // Within the store's lock, so that no change of an earlier revision comes after the bookmark.
        store.transact(steps -> {
            stream.send(events.bookmark(store.revision(), false));
            return true;
        });
    }

    private void forget(WatchStream stream) {
        store.leave(stream);
        Optional.ofNullable(open.remove(stream)).ifPresent(tasks -> tasks.forEach(Scheduler.Task::cancel));
    }
}
