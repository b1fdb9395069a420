package org.socketconsole.dispatch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.socketconsole.call.Call;
import org.socketconsole.call.Unlogged;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/// What a client needs to make a form of any call.
@RestController
@RequestMapping("/api/v1/descriptors")
@Tag(name = "Forms", description = "The calls, with their parameters")
class CallFormController {

    private final CallForms forms;

    CallFormController(CallForms forms) {
        this.forms = forms;
    }

    record CallFormList(List<CallForm> items) {}

    @Operation(summary = "Every call on a socket, a file or the module, with its parameters")
    @GetMapping
    @Unlogged
    CallFormList listCallForms(Call call) {
        return new CallFormList(forms.all());
    }
}
