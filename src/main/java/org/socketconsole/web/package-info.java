/// What no feature owns: how calls travel over HTTP, the problem document, the API's description.
@NullMarked
package org.socketconsole.web;

import org.jspecify.annotations.NullMarked;
