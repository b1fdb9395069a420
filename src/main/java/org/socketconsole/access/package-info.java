/// Who may call.
@NullMarked
package org.socketconsole.access;

import org.jspecify.annotations.NullMarked;
