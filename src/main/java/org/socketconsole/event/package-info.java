/// What happened, in one order: every change of a socket, every call, every chunk.
@NullMarked
package org.socketconsole.event;

import org.jspecify.annotations.NullMarked;
