/// The filter language: an expression becomes lexemes, a tree, and a condition that tells in a
/// sentence what it means. What can be filtered is behind [SocketFacts] and [ChunkFacts].
@NullMarked
package org.socketconsole.filter;

import org.jspecify.annotations.NullMarked;
