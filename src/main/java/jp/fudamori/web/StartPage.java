package jp.fudamori.web;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Who just types our name wants Tasklist. */
@Controller
@Hidden
class StartPage {

    @GetMapping("/")
    String tasklist() {
        return "redirect:/camunda/app/tasklist/default/";
    }
}
