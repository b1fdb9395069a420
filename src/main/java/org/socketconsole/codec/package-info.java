/// Values in C as JSON, and back: what socket options and control messages hold.
@NullMarked
package org.socketconsole.codec;

import org.jspecify.annotations.NullMarked;
