package org.socketconsole.traffic;

/// The addresses of a socket and of its peer as the kernel has them; none is empty.
public record Ends(byte[] local, byte[] peer) {}
