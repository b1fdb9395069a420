/// The line to the C library: the only package that imports `java.lang.foreign`.
///
/// What crosses it is ints, longs, byte arrays and records, never a memory segment. Functions bear
/// their C names and answer the value, or `-errno` when the C function failed.
@NullMarked
package org.socketconsole.libc;

import org.jspecify.annotations.NullMarked;
