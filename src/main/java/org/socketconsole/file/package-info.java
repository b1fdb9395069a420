/// File objects, as CPython's `socket.makefile` makes them: buffered bytes and text over a
/// duplicate of a socket's descriptor.
@NullMarked
package org.socketconsole.file;

import org.jspecify.annotations.NullMarked;
