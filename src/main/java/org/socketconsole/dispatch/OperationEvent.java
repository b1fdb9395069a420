package org.socketconsole.dispatch;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/// A call begins to wait, or has ended.
public record OperationEvent(@JsonUnwrapped OperationView operation, boolean ended) {}
