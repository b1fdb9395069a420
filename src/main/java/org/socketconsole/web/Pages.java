package org.socketconsole.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Pages are shells without data: their script asks the API, with the token that it holds.
@Controller
class Pages {

    @GetMapping("/")
    String index() {
        return "index";
    }
}
