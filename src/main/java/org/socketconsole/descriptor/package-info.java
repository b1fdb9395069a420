/// One kernel descriptor: its owner, and the calls on it that can wait.
@NullMarked
package org.socketconsole.descriptor;

import org.jspecify.annotations.NullMarked;
