package org.commonground.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.commonground.account.Actor;
import org.commonground.account.PracticeId;
import org.commonground.conversation.code.Codes;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.refusal.Problems;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.submitted.Binder;
import org.commonground.platform.submitted.Submitted;
import org.commonground.practice.PracticeReferrals;
import org.commonground.practice.PracticeView;
import org.commonground.referral.Reference;
import org.commonground.referral.intake.Intake;
import org.commonground.referral.intake.Receipt;
import org.commonground.referral.intake.ReferralMessage;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Practices send referrals and ask where they stand. */
@RestController
@RequestMapping(path = "/api/referrals", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Referrals", description = "Send a referral, and ask where it stands")
class ReferralApi {

    private final PracticeReferrals practiceReferrals;
    private final Intake intake;
    private final Codes codes;
    private final InOneTransaction once;

    ReferralApi(PracticeReferrals practiceReferrals, Intake intake, Codes codes, InOneTransaction once) {
        this.practiceReferrals = practiceReferrals;
        this.intake = intake;
        this.codes = codes;
        this.once = once;
    }

    @PostMapping
    @Operation(
            summary = "Refer somebody",
            description = """
                    Takes a referral and answers its reference. Sending the same message again, under the same \
                    `Idempotency-Key` or with the same `ownNumber`, answers the first reference and makes nothing new; \
                    so repeat a request whose answer you did not get. One of the two is needed.""",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = ReferralMessage.class))))
    @ApiResponse(responseCode = "201", description = "Taken: this is the new referral's reference")
    @ApiResponse(responseCode = "200", description = "We had this message already: this is where it stands")
    @ApiResponse(responseCode = "400", description = "Something is wrong: every field with its reason")
    @ApiResponse(responseCode = "401", description = "Not your practice's ODS code and key")
    @ApiResponse(responseCode = "409", description = "The key or number came before with other content")
    @ApiResponse(responseCode = "413", description = "More than 64 kB")
    @ApiResponse(responseCode = "415", description = "Not application/json")
    ResponseEntity<ReferralStatus> refer(
            @Parameter(
                            description =
                                    "Your key for this message, 1 to 200 characters: a new UUID for each referral",
                            example = "5b0e2c6e-2a7e-4a41-9c39-1f8a4f0f6d11")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    String key,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor.Practice practice,
            HttpServletRequest request)
            throws IOException {
        ReferralMessage message = read(JsonBody.of(request), key);
        Receipt receipt = once.call(() -> intake.receive(message, key, practice));
        ReferralStatus status = status(receipt.reference(), practice.practice());
        return receipt.again()
                ? ResponseEntity.ok(status)
                : ResponseEntity.created(URI.create("/api/referrals/" + receipt.reference()))
                        .body(status);
    }

    @GetMapping("/{reference}")
    @Operation(summary = "Where a referral stands", description = """
                    Only for the practice that sent it. Without the person's consent to feedback this says `received` \
                    while the referral is open, then `closed`, `not-reached` where nobody could reach the person, or \
                    `sent-back` with the reason. Whoever is sent back may be referred again.""")
    @ApiResponse(responseCode = "200", description = "Where it stands")
    @ApiResponse(responseCode = "401", description = "Not your practice's ODS code and key")
    @ApiResponse(responseCode = "404", description = "No referral of yours")
    ReferralStatus where(
            @Parameter(description = "The referral's reference", example = "CG-7F3K-2Q") @PathVariable String reference,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor.Practice practice) {
        return status(Reference.parse(reference).orElseThrow(ReferralApi::noneOfYours), practice.practice());
    }

    /** What is wrong with the Json and what is wrong with the message are told together; the Json's word goes first. */
    private ReferralMessage read(JsonNode json, String key) {
        if (!json.isObject()) {
            throw Refusal.invalid("", "The message must be a Json object");
        }
        Problems problems = new Problems();
        ReferralMessage message = Binder.read(ReferralMessage.class, Submitted.json(JsonBody.plain(json)), problems);
        problems.addAll(intake.problemsOf(message, key)).refuseIfWrong();
        return message;
    }

    private ReferralStatus status(Reference reference, PracticeId practice) {
        PracticeView view = practiceReferrals.viewOf(reference, practice).orElseThrow(ReferralApi::noneOfYours);
        return ReferralStatus.of(view, codes.of(view.referral()));
    }

    private static Refusal noneOfYours() {
        return Refusal.notFound("You have no referral with this reference");
    }
}
