/// Traffic in files that survive the server, and captures of others read like them.
@NullMarked
package org.socketconsole.recording;

import org.jspecify.annotations.NullMarked;
