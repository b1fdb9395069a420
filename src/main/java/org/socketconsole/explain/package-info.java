/// What errors mean in plain words: causes in order of likelihood, and what to check next.
@NullMarked
package org.socketconsole.explain;

import org.jspecify.annotations.NullMarked;
