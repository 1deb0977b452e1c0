package dev.firedrill.cli;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How a time grows with a size, fitted through measured points by least squares.
 *
 * @param fixed milliseconds that any size costs
 * @param perUnit milliseconds that one more costs
 * @param exponent the power of the size that the time grows with: 1 is linear, 2 quadratic
 */
record Growth(double fixed, double perUnit, double exponent) {
    /**
     * One measurement.
     *
     * @param size how many
     * @param millis how long
     */
    record Point(double size, double millis) {}

    /** The growth through two points or more of different sizes. */
    static Growth through(List<Point> points) {
        double perUnit = slope(points, Point::size, Point::millis);
        double fixed = mean(points, Point::millis) - perUnit * mean(points, Point::size);
        double exponent = slope(points, point -> Math.log(point.size()), point -> Math.log(point.millis()));
        return new Growth(fixed, perUnit, exponent);
    }

    private static double slope(List<Point> points, ToDoubleFunction<Point> x, ToDoubleFunction<Point> y) {
        double meanX = mean(points, x);
        double meanY = mean(points, y);
        double together = 0;
        double alone = 0;
        for (Point point : points) {
            double fromMean = x.applyAsDouble(point) - meanX;
            together += fromMean * (y.applyAsDouble(point) - meanY);
            alone += fromMean * fromMean;
        }
        return together / alone;
    }

    private static double mean(List<Point> points, ToDoubleFunction<Point> of) {
        return points.stream().mapToDouble(of).average().orElseThrow();
    }
}
