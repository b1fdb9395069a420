/// What the tests share: the application over real HTTP, its client, assertions, and peers that are
/// not our code.
@NullMarked
package org.socketconsole.testing;

import org.jspecify.annotations.NullMarked;
