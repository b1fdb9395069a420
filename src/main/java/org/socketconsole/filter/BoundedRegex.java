package org.socketconsole.filter;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A regular expression that gives up when it has looked at too many characters: one such as
/// `(a+)+b` would go on for years. What it gives up on does not match.
record BoundedRegex(Pattern pattern) {

    private static final int MOST_STEPS = 1_000_000;

    static BoundedRegex of(Node.Term term) {
        term.requireColon();
        try {
            return new BoundedRegex(Pattern.compile(term.value()));
        } catch (PatternSyntaxException malformed) {
            throw term.invalid(
                    "The regular expression is malformed: " + malformed.getDescription());
        } catch (StackOverflowError deep) {
            throw term.invalid("The regular expression is nested too deeply");
        }
    }

    boolean isIn(String text) {
        try {
            return pattern.matcher(new Counted(text, new int[1])).find();
        } catch (TooManySteps | StackOverflowError tooMuch) {
            return false;
        }
    }

    private record Counted(CharSequence text, int[] steps) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (++steps[0] > MOST_STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), steps);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static final class TooManySteps extends RuntimeException {

        TooManySteps() {
            super(null, null, false, false);
        }
    }
}
