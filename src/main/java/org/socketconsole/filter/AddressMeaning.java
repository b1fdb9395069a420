package org.socketconsole.filter;

import org.socketconsole.call.Address;

import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/// The meanings of fields of addresses.
final class AddressMeaning {

    private AddressMeaning() {}

    static <F> Meaning<F> matching(Function<F, Stream<Address>> reader, String words) {
        return term -> {
            AddressPattern pattern = AddressPattern.of(term);
            return new Condition<>(
                    facts -> reader.apply(facts).anyMatch(pattern.predicate()),
                    Phrase.trait(words + " " + term.value()));
        };
    }

    static <F> Meaning<F> ports(Function<F, Stream<Address>> reader) {
        return new Amount<>(
                Unit.NUMBER,
                facts ->
                        reader.apply(facts)
                                .map(Address::port)
                                .filter(Objects::nonNull)
                                .mapToDouble(Long::doubleValue),
                port -> Phrase.place("on port " + port));
    }
}
