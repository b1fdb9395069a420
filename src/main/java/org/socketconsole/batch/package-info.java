/// Many calls in one: in order, each with its own answer, later ones naming what earlier ones gave.
@NullMarked
package org.socketconsole.batch;

import org.jspecify.annotations.NullMarked;
