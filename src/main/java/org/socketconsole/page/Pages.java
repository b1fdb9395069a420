package org.socketconsole.page;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import java.util.Locale;
import java.util.stream.Stream;

/// Pages are shells without data: their script asks the API, with the token that it holds, and
/// draws what the address names.
@Controller
class Pages {

    @GetMapping({"/", "/sockets"})
    String sockets(Model model) {
        return shell("Sockets", model);
    }

    @GetMapping({"/sockets/{id}", "/sockets/{id}/{tab}"})
    String socket(Model model) {
        return shell("Sockets", model, "src/components/detail/detail.tsx");
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

    /// What draws a page is a module of its title's name.
    private static String shell(String title, Model model, String... further) {
        String module = "src/pages/%s.tsx".formatted(title.toLowerCase(Locale.ROOT));
        model.addAttribute(
                "modules", Stream.concat(Stream.of(module), Stream.of(further)).toList());
        model.addAttribute("title", title);
        return "index";
    }
}
