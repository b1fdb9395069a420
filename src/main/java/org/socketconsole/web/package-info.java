/// What no feature owns: how calls travel over HTTP, the problem document, and of the pages the
/// shell, its assets and its security headers.
@NullMarked
package org.socketconsole.web;

import org.jspecify.annotations.NullMarked;
