/// Live sockets: the descriptor and its one owner, the calls on it, the registry that is the only
/// way in and out, and their API.
@NullMarked
package org.socketconsole.socket;

import org.jspecify.annotations.NullMarked;
