/// What no feature owns: how calls travel over HTTP, the problem document, and how a browser keeps
/// the scripts and words of the pages, and in which language and under which rules it has them.
@NullMarked
package org.socketconsole.web;

import org.jspecify.annotations.NullMarked;
