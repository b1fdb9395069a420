/// What answers in a person's place. It makes the same calls as any client.
@NullMarked
package org.socketconsole.responder;

import org.jspecify.annotations.NullMarked;
