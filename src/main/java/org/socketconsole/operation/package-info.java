/// Calls that wait: seen, and cancelled.
@NullMarked
package org.socketconsole.operation;

import org.jspecify.annotations.NullMarked;
