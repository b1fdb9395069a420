package org.socketconsole.call;

/// The answer of a call that made something.
///
/// @param location the path at which it is
/// @param made the thing itself, which may be but a part of the answer
public record Created<T>(String location, T body, Object made) {

    public Created(String location, T body) {
        this(location, body, body);
    }
}
