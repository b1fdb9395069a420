/// Reading and setting socket options.
@NullMarked
package org.socketconsole.option;

import org.jspecify.annotations.NullMarked;
