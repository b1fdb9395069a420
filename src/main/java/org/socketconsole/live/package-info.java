/// The live view: the events for API clients, one WebSocket for each tab of the page.
@NullMarked
package org.socketconsole.live;

import org.jspecify.annotations.NullMarked;
