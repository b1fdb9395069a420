/// The methods of a socket, one controller a group: nothing but arguments and answer.
@NullMarked
package org.socketconsole.method;

import org.jspecify.annotations.NullMarked;
