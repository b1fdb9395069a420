package org.socketconsole.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Delta debugging: leaves out as many calls of a sequence as can be, as long as it still shows
/// what is looked for.
final class Shrinker {

    /// Whether a sequence still shows it.
    @FunctionalInterface
    interface Shows {
        boolean test(List<Step> steps) throws IOException;
    }

    private Shrinker() {}

    static List<Step> shrink(List<Step> steps, Shows shows) throws IOException {
        List<Step> least = steps;
        for (int size = Math.max(1, steps.size() / 2); size >= 1; size /= 2) {
            least = without(least, size, shows);
        }
        return least;
    }

    /// Tries to leave out so many in a row, from the end on: makers go after what uses them.
    private static List<Step> without(List<Step> steps, int size, Shows shows) throws IOException {
        List<Step> least = steps;
        for (int to = steps.size(); to > 0; to -= size) {
            List<Step> rest = new ArrayList<>(least);
            rest.subList(Math.max(0, to - size), Math.min(to, rest.size())).clear();
            if (shows.test(rest)) {
                least = rest;
            }
        }
        return least.size() < steps.size() && size == 1 ? without(least, 1, shows) : least;
    }
}
