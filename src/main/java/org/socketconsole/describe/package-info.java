/// What the calls are, for those who build a form, a help text or a signature of each: read from
/// the endpoints and their records of arguments, and from the tables under `descriptors/`.
@NullMarked
package org.socketconsole.describe;

import org.jspecify.annotations.NullMarked;
