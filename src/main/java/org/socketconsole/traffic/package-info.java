/// What passed through a socket.
@NullMarked
package org.socketconsole.traffic;

import org.jspecify.annotations.NullMarked;
