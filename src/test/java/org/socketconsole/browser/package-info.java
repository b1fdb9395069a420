/// A real Chromium for the tests of pages, whose every page is watched.
@NullMarked
package org.socketconsole.browser;

import org.jspecify.annotations.NullMarked;
