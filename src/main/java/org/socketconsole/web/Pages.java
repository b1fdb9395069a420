package org.socketconsole.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Pages are shells without data: their script asks the API, with the token that it holds, and
/// draws what the address names.
@Controller
class Pages {

    @GetMapping({"/", "/sockets", "/sockets/{id}", "/sockets/{id}/{tab}"})
    String sockets(Model model) {
        return shell("Sockets", model);
    }

    @GetMapping("/traffic")
    String traffic(Model model) {
        return shell("Traffic", model);
    }

    @GetMapping({"/names", "/names/{call}"})
    String names(Model model) {
        return shell("Names", model);
    }

    @GetMapping({"/reference", "/reference/{part}", "/reference/{part}/{name}"})
    String reference(Model model) {
        return shell("Reference", model);
    }

    @GetMapping("/settings")
    String settings(Model model) {
        return shell("Settings", model);
    }

    private static String shell(String title, Model model) {
        model.addAttribute("title", title);
        return "index";
    }
}
