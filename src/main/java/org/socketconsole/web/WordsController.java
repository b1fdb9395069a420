package org.socketconsole.web;

import org.socketconsole.page.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;

import java.util.Locale;

/// Gives the script of a page its words, which never change under their path.
@Controller
class WordsController {

    private final Words words;

    WordsController(Words words) {
        this.words = words;
    }

    @GetMapping("/words/{tag:[a-z]+}-{hash}.json")
    ResponseEntity<byte[]> words(
            @PathVariable String tag,
            @PathVariable String hash,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String accepted) {
        Words.Language language = words.in(Locale.of(tag));
        if (!language.path().equals("/words/" + tag + "-" + hash + ".json")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return accepted.contains("gzip")
                ? found().header(HttpHeaders.CONTENT_ENCODING, "gzip").body(language.packed())
                : found().body(language.json());
    }

    private static BodyBuilder found() {
        return ResponseEntity.ok()
                .cacheControl(AssetCaching.FOR_EVER)
                .varyBy(HttpHeaders.ACCEPT_ENCODING)
                .contentType(MediaType.APPLICATION_JSON);
    }
}
