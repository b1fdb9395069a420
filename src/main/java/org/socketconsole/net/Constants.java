package org.socketconsole.net;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The constants of the socket interface, read once from the tables under `constants/`.
///
/// Where one value has several names, what is asked for decides. A prefix such as `TCP_` means the
/// group of that name, the options, and not the states of a connection, which are the group
/// `TCP_STATE`; a prefix that is no group, such as `ICMP6_`, means all the names that start with
/// it.
public final class Constants {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,100}");
    private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9a-fA-F]{1,100}");

    private static final NavigableMap<String, Constant> BY_NAME = ConstantTables.read();
    private static final List<Constant> ALL = List.copyOf(BY_NAME.values());
    private static final Map<String, List<Constant>> BY_GROUP =
            preferred(ALL).collect(Collectors.groupingBy(Constant::group));
    private static final Map<String, Map<Long, String>> NAMES = new ConcurrentHashMap<>();
    private static final Map<String, List<Constant>> FLAGS = new ConcurrentHashMap<>();

    private Constants() {}

    public static Optional<Constant> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /// All constants, sorted by name.
    public static List<Constant> all() {
        return ALL;
    }

    /// The constants whose names start with the prefix, aliases and all groups included.
    public static List<Constant> startingWith(String prefix) {
        return BY_NAME.tailMap(prefix, true).values().stream()
                .takeWhile(constant -> constant.name().startsWith(prefix))
                .toList();
    }

    /// The preferred names that the same prefix has in [#name], sorted.
    public static List<String> names(String prefix) {
        return members(prefix).map(Constant::name).sorted().toList();
    }

    /// The preferred name of exactly this value, else the number in digits. The prefix is one of
    /// the program's own, never a client's: what belongs to it is kept.
    public static String name(String prefix, long value) {
        var name = NAMES.computeIfAbsent(prefix, Constants::namesByValue).get(value);
        return name != null ? name : String.valueOf(value);
    }

    /// The names of the set bits joined by `|`, the lowest first; bits without a name follow as one
    /// number, and no bits at all are `0`.
    public static String flags(String prefix, long value) {
        var parts = new ArrayList<String>();
        long rest = value;
        for (var flag : FLAGS.computeIfAbsent(prefix, Constants::singleBits)) {
            if ((rest & flag.value()) != 0) {
                parts.add(flag.name());
                rest &= ~flag.value();
            }
        }
        if (rest != 0 || parts.isEmpty()) {
            parts.add(String.valueOf(rest));
        }
        return String.join("|", parts);
    }

    /// Takes a name, a number in decimal or (after `0x`) hexadecimal digits, or several joined by
    /// `|`.
    ///
    /// @throws IllegalArgumentException with a sentence that names the part that is not known
    public static BigInteger parse(String text) {
        return parts(text).map(Constants::value).reduce(BigInteger.ZERO, BigInteger::or);
    }

    /// The same of a C `int`: a number must be one, and a name stands for its 32 bits.
    public static int parseInt(String text) {
        Constant one = BY_NAME.get(text);
        return one != null
                ? toInt(one)
                : parts(text).mapToInt(Constants::intValue).reduce(0, (a, b) -> a | b);
    }

    /// @throws IllegalArgumentException where it is none, with a sentence
    public static int toInt(BigInteger number) {
        if (number.bitLength() >= Integer.SIZE) {
            throw new IllegalArgumentException(
                    Spelling.shortened(number.toString()) + " does not fit into 32 bits");
        }
        return number.intValue();
    }

    private static Stream<String> parts(String text) {
        return Stream.of(text.split("\\|", -1)).map(String::strip);
    }

    private static BigInteger value(String part) {
        Constant constant = BY_NAME.get(part);
        return constant != null ? BigInteger.valueOf(constant.value()) : number(part);
    }

    private static int intValue(String part) {
        Constant constant = BY_NAME.get(part);
        return constant != null ? toInt(constant) : toInt(number(part));
    }

    private static int toInt(Constant constant) {
        long value = constant.value();
        return value >>> Integer.SIZE == 0 ? (int) value : toInt(BigInteger.valueOf(value));
    }

    private static BigInteger number(String part) {
        if (DECIMAL.matcher(part).matches()) {
            return new BigInteger(part);
        }
        if (HEXADECIMAL.matcher(part).matches()) {
            return new BigInteger(part.substring(2), 16);
        }
        throw unknown(part);
    }

    private static IllegalArgumentException unknown(String part) {
        if (part.isEmpty()) {
            return new IllegalArgumentException("must be the name of a constant, or its number");
        }
        var hint = Spelling.nearest(part, BY_NAME.keySet()).map("; did you mean %s?"::formatted);
        return new IllegalArgumentException(
                Spelling.shortened(part) + " is not a known constant" + hint.orElse(""));
    }

    private static Map<Long, String> namesByValue(String prefix) {
        return members(prefix)
                .collect(
                        Collectors.toUnmodifiableMap(
                                Constant::value, Constant::name, (first, second) -> first));
    }

    private static List<Constant> singleBits(String prefix) {
        return members(prefix)
                .filter(Constant::isOneBit)
                .sorted(Comparator.comparingLong(Constant::value))
                .toList();
    }

    private static Stream<Constant> members(String prefix) {
        var group =
                BY_GROUP.get(
                        prefix.endsWith("_") ? prefix.substring(0, prefix.length() - 1) : prefix);
        return group != null ? group.stream() : preferred(startingWith(prefix));
    }

    private static Stream<Constant> preferred(List<Constant> constants) {
        return constants.stream().filter(constant -> !constant.isAlias());
    }
}
