package org.socketconsole.page;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import java.util.List;

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
        return shell("Sockets", model, "src/socket/detail.tsx");
    }

    @GetMapping("/traffic")
    String traffic(Model model) {
        return shell("Traffic", model, "src/traffic/page.tsx");
    }

    @GetMapping({"/names", "/names/{call}"})
    String names(Model model) {
        return shell("Names", model, "src/names/page.tsx");
    }

    @GetMapping({"/reference", "/reference/{part}", "/reference/{part}/{name}"})
    String reference(Model model) {
        return shell("Reference", model, "src/reference/page.tsx");
    }

    @GetMapping("/activity")
    String activity(Model model) {
        return shell("Activity", model, "src/activity/page.tsx");
    }

    @GetMapping({"/recordings", "/recordings/{id}"})
    String recordings(Model model) {
        return shell("Recordings", model, "src/recordings/page.tsx");
    }

    @GetMapping("/swagger")
    String api(Model model) {
        return shell("API", model, "src/app/api-page.tsx");
    }

    @GetMapping("/settings")
    String settings(Model model) {
        return shell("Settings", model, "src/app/settings.tsx");
    }

    /// @param modules what draws the page and is not in the script that all of them begin with
    private static String shell(String title, Model model, String... modules) {
        model.addAttribute("modules", List.of(modules));
        model.addAttribute("title", title);
        return "index";
    }
}
