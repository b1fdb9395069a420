package org.socketconsole.responder;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.re2j.Matcher;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.filter.ByteSearch;
import org.socketconsole.filter.Regex;
import org.socketconsole.responder.RuleRequest.MatchRequest;
import org.socketconsole.responder.RuleRequest.Where;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/// Which messages a rule is for.
@FunctionalInterface
interface MessageMatch {

    /// Those of no groups.
    List<@Nullable String> NO_GROUPS = List.of();

    /// The groups of the match, from 0 on; null where there is none.
    @Nullable List<@Nullable String> groups(byte[] message);

    /// How many steps a byte may cost.
    default int size() {
        return 1;
    }

    /// @param regex is found anywhere
    record Expression(Regex regex) implements MessageMatch {

        @Override
        public int size() {
            return regex.size();
        }

        @Override
        public @Nullable List<@Nullable String> groups(byte[] message) {
            Matcher matcher = regex.pattern().matcher(new String(message, ISO_8859_1));
            if (!matcher.find()) {
                return null;
            }
            List<@Nullable String> groups = new ArrayList<>();
            for (int i = 0; i <= matcher.groupCount(); i++) {
                groups.add(matcher.group(i));
            }
            return groups;
        }
    }

    static MessageMatch all() {
        return _ -> NO_GROUPS;
    }

    static MessageMatch of(MatchRequest request) {
        return request.re() == null ? bytes(request) : expression(request, request.re());
    }

    private static MessageMatch bytes(MatchRequest request) {
        Predicate<byte[]> test =
                test(request.bytes(), Objects.requireNonNullElse(request.where(), Where.EQUALS));
        return message -> test.test(message) ? NO_GROUPS : null;
    }

    private static Predicate<byte[]> test(byte[] wanted, Where where) {
        return switch (where) {
            case EQUALS -> message -> Arrays.equals(message, wanted);
            case STARTS -> message -> has(message, 0, wanted);
            case ENDS -> message -> has(message, message.length - wanted.length, wanted);
            case CONTAINS -> {
                ByteSearch search = new ByteSearch(wanted, false);
                yield search::isIn;
            }
        };
    }

    private static boolean has(byte[] message, int from, byte[] wanted) {
        int to = from + wanted.length;
        return from >= 0
                && to <= message.length
                && Arrays.equals(message, from, to, wanted, 0, wanted.length);
    }

    private static MessageMatch expression(MatchRequest request, String re) {
        if (request.data() != null || request.text() != null || request.hex() != null) {
            throw new InvalidArgumentException("re", "stands in the place of bytes");
        }
        if (request.where() != null) {
            throw new InvalidArgumentException("where", "is of bytes; `re` is found anywhere");
        }
        return new Expression(compiled(re));
    }

    private static Regex compiled(String re) {
        try {
            return Regex.of(re);
        } catch (IllegalArgumentException none) {
            throw new InvalidArgumentException("re", "cannot be: " + none.getMessage());
        }
    }
}
