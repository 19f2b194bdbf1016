package org.commonground.benchmark;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** What several take for the same number of referrals, in turns, by one thread, by four and by eight. */
final class Throughput {

    static final int MOST_THREADS = 8;
    static final List<Integer> THREADS = List.of(1, 4, MOST_THREADS);

    /** Who takes turns. */
    enum Rival {
        /** Common Ground. */
        OURS,
        /** Common Ground on the engine at its defaults. */
        DEFAULTS,
        /** What Common Ground wrote, once more, without it. */
        WRITES
    }

    /** One who takes turns, and the server that writes for it. */
    private record Contestant(IntFunction<Pace> turn, Server server) {}

    /** @param log bytes that the server wrote, images of pages and whatever else it did among them */
    private record Turn(double seconds, long log) {}

    private final int turns;
    private final int referrals;
    private final Map<Rival, Contestant> contestants = new EnumMap<>(Rival.class);
    private final Map<Rival, Map<Integer, List<Turn>>> taken = new EnumMap<>(Rival.class);

    /**
     * @param turns of each at each number of threads
     * @param referrals in each turn
     */
    Throughput(int turns, int referrals) {
        this.turns = turns;
        this.referrals = referrals;
    }

    /** @param turn lets the referrals go their way by so many threads */
    void of(Rival rival, IntFunction<Pace> turn, Server server) {
        contestants.put(rival, new Contestant(turn, server));
        taken.put(rival, new LinkedHashMap<>());
    }

    void run() {
        for (int threads : THREADS) {
            for (int turn = 0; turn < turns; turn++) {
                for (Map.Entry<Rival, Contestant> next : contestants.entrySet()) {
                    taken.get(next.getKey())
                            .computeIfAbsent(threads, first -> new ArrayList<>())
                            .add(take(next.getValue(), threads));
                }
            }
        }
    }

    private static Turn take(Contestant contestant, int threads) {
        long from = contestant.server().position();
        double seconds = contestant.turn().apply(threads).took().toNanos() / 1e9;
        return new Turn(seconds, contestant.server().position() - from);
    }

    int turns() {
        return turns;
    }

    int referrals() {
        return referrals;
    }

    /** Referrals a second, over all turns. */
    double rate(Rival rival, int threads) {
        return referrals
                * turns
                / taken.get(rival).get(threads).stream()
                        .mapToDouble(Turn::seconds)
                        .sum();
    }

    /** Bytes of the log for each referral, over all turns. */
    double log(Rival rival, int threads) {
        return taken.get(rival).get(threads).stream().mapToLong(Turn::log).sum() / (double) (referrals * turns);
    }

    /** How many times as many go their way with us as with the other. */
    double ratio(Rival other, int threads) {
        return rate(Rival.OURS, threads) / rate(other, threads);
    }

    /** The same for each pair of turns that followed each other, the lowest first. */
    List<Double> ratios(Rival other, int threads) {
        List<Double> ratios = new ArrayList<>();
        for (int turn = 0; turn < turns; turn++) {
            ratios.add(taken.get(other).get(threads).get(turn).seconds()
                    / taken.get(Rival.OURS).get(threads).get(turn).seconds());
        }
        return ratios.stream().sorted().toList();
    }
}
