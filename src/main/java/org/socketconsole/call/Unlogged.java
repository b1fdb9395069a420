package org.socketconsole.call;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A call of the console about itself, that shows or keeps or has something done, and is none of
/// the socket interface: it is no event, and stands in no list of calls.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Unlogged {}
