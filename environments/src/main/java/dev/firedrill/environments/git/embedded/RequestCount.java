package dev.firedrill.environments.git.embedded;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the requests that come with the right password. */
final class RequestCount implements Filter {
    private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        String query = http.getQueryString() == null ? "" : "?" + http.getQueryString();
        requests.computeIfAbsent(http.getMethod() + " " + http.getRequestURI() + query, first -> new LongAdder())
                .increment();
        chain.doFilter(request, response);
    }

    /** Each request, and how often it came. */
    Map<String, Long> asked() {
        Map<String, Long> asked = new TreeMap<>();
        requests.forEach((request, count) -> asked.put(request, count.sum()));
        return asked;
    }
}
