package org.socketconsole.call;

import org.springframework.http.ResponseEntity;

import java.net.URI;

/// The answer of a call that made something: 201, and where it is.
public final class Created {

    private Created() {}

    public static <T> ResponseEntity<T> at(String path, T body) {
        return ResponseEntity.created(URI.create(path)).body(body);
    }
}
