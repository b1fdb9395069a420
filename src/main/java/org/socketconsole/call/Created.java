package org.socketconsole.call;

/// The answer of a call that made something: what, and the path at which it is.
public record Created<T>(String location, T body) {}
