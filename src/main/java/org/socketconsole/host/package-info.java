/// The machine under the console: its name, its interfaces, and the sockets that its kernel opens.
@NullMarked
package org.socketconsole.host;

import org.jspecify.annotations.NullMarked;
