/// The BSD socket interface as a web service: `design.md` in the documentation names the rooms.
@NullMarked
package org.socketconsole;

import org.jspecify.annotations.NullMarked;
