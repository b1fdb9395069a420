/// The vocabulary of sockets: the constants of the C headers and the error numbers, as tables that
/// are kept as tables. It knows no other package.
@NullMarked
package org.socketconsole.net;

import org.jspecify.annotations.NullMarked;
