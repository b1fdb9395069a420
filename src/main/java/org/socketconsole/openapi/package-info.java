/// The API's description in OpenAPI, made from the controllers and their records.
@NullMarked
package org.socketconsole.openapi;

import org.jspecify.annotations.NullMarked;
