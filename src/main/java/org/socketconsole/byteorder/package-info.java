/// Byte order, and the text forms of addresses.
@NullMarked
package org.socketconsole.byteorder;

import org.jspecify.annotations.NullMarked;
