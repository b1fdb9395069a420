/// What every call of the API has: its arguments, its time limit, its errors, and the one place
/// that all of them pass.
@NullMarked
package org.socketconsole.call;

import org.jspecify.annotations.NullMarked;
