/// The page's shells, assets and words.
@NullMarked
package org.socketconsole.page;

import org.jspecify.annotations.NullMarked;
