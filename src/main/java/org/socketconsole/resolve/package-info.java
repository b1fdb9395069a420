/// Names: of hosts, services, protocols and interfaces, as the host's C library answers them.
@NullMarked
package org.socketconsole.resolve;

import org.jspecify.annotations.NullMarked;
