/// The tables of constants and error codes, to be looked up.
@NullMarked
package org.socketconsole.constant;

import org.jspecify.annotations.NullMarked;
