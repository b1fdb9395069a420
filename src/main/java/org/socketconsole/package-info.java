/// The BSD socket interface as a web service. CONTRIBUTING.md names the rooms.
@NullMarked
package org.socketconsole;

import org.jspecify.annotations.NullMarked;
