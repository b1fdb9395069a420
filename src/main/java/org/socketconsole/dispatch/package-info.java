/// The calls: which there are, read from the controllers, and the one way that each is made,
/// whichever entrance it came by. It knows no HTTP but the paths in the controllers' annotations.
@NullMarked
package org.socketconsole.dispatch;

import org.jspecify.annotations.NullMarked;
