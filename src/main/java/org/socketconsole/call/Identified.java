package org.socketconsole.call;

/// What a call made, and others name by its id.
public interface Identified {

    String id();
}
