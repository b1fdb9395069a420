/// The model check: random sequences of calls, made on CPython's own sockets and over HTTP, end
/// alike call by call.
///
/// [Generator] makes the sequences, [CPython] and [Console] make their calls, [Check] compares what
/// came out but for the [Exemption]s, [Shrinker] looks for the shortest sequence that differs.
@NullMarked
package org.socketconsole.model;

import org.jspecify.annotations.NullMarked;
