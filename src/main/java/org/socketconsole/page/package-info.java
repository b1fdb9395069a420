/// The page's shells and assets.
@NullMarked
package org.socketconsole.page;

import org.jspecify.annotations.NullMarked;
