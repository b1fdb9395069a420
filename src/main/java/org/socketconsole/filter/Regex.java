package org.socketconsole.filter;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

import java.util.regex.MatchResult;

/// A regular expression in the syntax of RE2. It takes time in proportion to the text, whatever the
/// two are, and so has no back references and no look-around.
public record Regex(Pattern pattern) {

    private static final int MOST_CHARACTERS = 1000;

    /// Each byte may cost a look at all of them, and the machine calls itself as deep as that.
    private static final int MOST_INSTRUCTIONS = MOST_CHARACTERS + 10;

    private static final double MOST_UNROLLED = 100_000;

    private static final java.util.regex.Pattern COUNT =
            java.util.regex.Pattern.compile("\\{([0-9]+),?([0-9]*)}");

    private static final String TOO_LARGE = "The regular expression is too large: repeat less";

    static Regex of(Node.Term term) {
        term.requireColon();
        try {
            return of(term.value());
        } catch (IllegalArgumentException none) {
            throw term.invalid(String.valueOf(none.getMessage()));
        }
    }

    /// What is none, or is too large, is an illegal argument whose message says why.
    public static Regex of(String expression) {
        if (expression.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "The regular expression is longer than " + MOST_CHARACTERS + " characters");
        }
        if (unrolled(expression) > MOST_UNROLLED) {
            throw new IllegalArgumentException(TOO_LARGE);
        }
        Pattern pattern = compiled(expression);
        Regex regex = new Regex(pattern);
        if (regex.size() > MOST_INSTRUCTIONS) {
            throw new IllegalArgumentException(TOO_LARGE);
        }
        return regex;
    }

    /// How many steps a byte may cost.
    public int size() {
        return pattern.programSize();
    }

    boolean isIn(CharSequence text) {
        return pattern.matcher(text).find();
    }

    private static Pattern compiled(String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException malformed) {
            throw new IllegalArgumentException(
                    "This is no regular expression of RE2, which has no back references and no"
                            + " look-around: "
                            + malformed.getDescription()
                            + (malformed.getPattern().isEmpty()
                                    ? ""
                                    : " in `" + malformed.getPattern() + "`"));
        }
    }

    /// How large it is at most when its repeats are written out, which the compiler does without a
    /// bound. A repeat behind the end of a group or of a quotation (`\E`, which may be empty)
    /// multiplies all of it, another adds up.
    private static double unrolled(String expression) {
        double sum = expression.length();
        double product = 1;
        for (MatchResult count : COUNT.matcher(expression).results().toList()) {
            double times = times(count);
            if (count.start() > 0 && ")E".indexOf(expression.charAt(count.start() - 1)) >= 0) {
                product *= times;
            } else {
                sum += times;
            }
        }
        return sum * product;
    }

    private static double times(MatchResult count) {
        return Double.max(
                1 + Double.parseDouble(count.group(1)), Double.parseDouble("0" + count.group(2)));
    }
}
