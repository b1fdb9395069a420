/// DNS itself, beside the host's resolver: questions to name servers over sockets of the console.
@NullMarked
package org.socketconsole.dns;

import org.jspecify.annotations.NullMarked;
