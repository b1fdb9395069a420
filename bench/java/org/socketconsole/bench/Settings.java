package org.socketconsole.bench;

/// How long to measure; a look whether all works needs less than a figure that one may quote.
final class Settings {

    /// Seconds of load before the first round.
    static final int WARM_UP = of("WARM_UP", 20);

    static final int ROUNDS = of("ROUNDS", 5);

    /// Of load, in a round.
    static final int SECONDS = of("ROUND_SECONDS", 3);

    /// Of the soak.
    static final int SOAK_SECONDS = of("SOAK_SECONDS", 60);

    /// Of each of four kinds.
    static final int LOST_CALLS = of("LOST_CALLS", 25_000);

    /// The commit of the older console: the last one before calls went many at a time and in bulk.
    static final String BEFORE = System.getenv().getOrDefault("BEFORE", "d1d0d7d");

    private Settings() {}

    private static int of(String name, int usual) {
        return Integer.parseInt(System.getenv().getOrDefault(name, "" + usual));
    }
}
