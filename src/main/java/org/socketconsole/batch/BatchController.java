package org.socketconsole.batch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.socketconsole.access.QuotaException;
import org.socketconsole.batch.CallRunner.Made;
import org.socketconsole.call.Call;
import org.socketconsole.call.LongWork;
import org.socketconsole.call.OthersToJudge;
import org.socketconsole.call.Unlogged;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/// Many calls in one request.
@RestController
@RequestMapping("/api/v1/batch")
@Tag(name = "Many calls")
class BatchController {

    private static final int MOST = 10_000;

    /// Characters that all answers may take, which are in memory until the last call has ended.
    private static final long MOST_OF_ANSWERS = 64 * 1024 * 1024;

    private static final String FULL =
            "The answers of this batch take more than %d bytes; make smaller ones."
                    .formatted(MOST_OF_ANSWERS);

    private final CallRunner runner;

    BatchController(CallRunner runner) {
        this.runner = runner;
    }

    record BatchRequest(
            @OthersToJudge @Size(max = MOST, message = "must be at most {max} calls")
                    List<@Nullable WrittenCall> calls,
            @Schema(
                            description =
                                    "Whether those after a call that failed are left; true where"
                                            + " absent",
                            example = "true")
                    @Nullable Boolean stopOnError) {

        boolean goesOnAfter(Made made) {
            return made.status() < 400 || Boolean.FALSE.equals(stopOnError);
        }
    }

    @Schema(description = "In the order of the calls; those that were not made have none")
    record BatchResults(List<CallResult> results) {}

    @Operation(summary = "Make calls in order, later ones with what earlier ones answered")
    @PostMapping
    @Unlogged
    BatchResults batch(Call call, BatchRequest request) {
        Names names = new Names();
        List<CallResult> results = new ArrayList<>();
        LongWork work = new LongWork();
        long size = 0;
        for (@Nullable WrittenCall written : request.calls) {
            boolean isFull = size > MOST_OF_ANSWERS;
            Made made =
                    isFull
                            ? runner.refused(new QuotaException(FULL))
                            : make(WrittenCall.json(written), names, call);
            size += made.size();
            results.add(made.result());
            work.giveWay();
            if (isFull || !request.goesOnAfter(made)) {
                break;
            }
        }
        return new BatchResults(results);
    }

    private Made make(@Nullable JsonNode written, Names names, Call call) {
        Naming naming = written == null ? Naming.NONE : names.next(written);
        try {
            return runner.make(written, naming, call.caller(), call.left(), () -> {});
        } finally {
            naming.end();
        }
    }
}
