package org.commonground.web.setup;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.commonground.account.Actor;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.refusal.Refusal;
import org.commonground.web.pages.Filled;
import org.commonground.web.pages.FormField;
import org.commonground.web.pages.OnceSecrets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sets up from files: upload, see what would happen, then all of it or nothing. The same files again change nothing. */
@Controller
@RequestMapping("/setup/upload")
class UploadController {

    private static final String KEPT = "setup-upload";

    /** Where somebody is led who chose none. */
    private static final SetupFile FIRST = SetupFile.NEIGHBOURHOODS;

    private final Uploads uploads;
    private final InOneTransaction once;
    private final TransactionTemplate undone;

    UploadController(Uploads uploads, InOneTransaction once, PlatformTransactionManager transactions) {
        this.uploads = uploads;
        this.once = once;
        this.undone = new TransactionTemplate(transactions);
    }

    /**
     * What was uploaded and shown; it waits in the session until it is applied.
     *
     * @param print of the outcome that was shown
     */
    record Kept(Map<SetupFile, byte[]> files, String print) implements Serializable {

        /** Shows nothing. */
        @Override
        public String toString() {
            return "Kept[" + files.keySet() + "]";
        }
    }

    @GetMapping
    ModelAndView ask() {
        return page(Filled.nothing());
    }

    @GetMapping("/{name}.csv")
    ResponseEntity<byte[]> example(@PathVariable String name) {
        SetupFile file = SetupFile.of(name).orElseThrow(() -> Refusal.notFound("There is no such file"));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".csv")
                                .build()
                                .toString())
                .body(file.example().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping
    ModelAndView preview(
            MultipartHttpServletRequest request, @AuthenticationPrincipal Actor.SignedIn actor, HttpSession session)
            throws IOException {
        Map<SetupFile, byte[]> files = new EnumMap<>(SetupFile.class);
        for (SetupFile file : SetupFile.values()) {
            MultipartFile part = request.getFile(file.word());
            // a file that was chosen has a name, also an empty one
            if (part != null
                    && part.getOriginalFilename() != null
                    && !part.getOriginalFilename().isEmpty()) {
                files.put(file, part.getBytes());
            }
        }
        if (files.isEmpty()) {
            session.removeAttribute(KEPT);
            return missing("Choose at least one file");
        }
        return preview(files, actor, session, Filled.nothing());
    }

    @PostMapping("/apply")
    ModelAndView apply(@AuthenticationPrincipal Actor.SignedIn actor, HttpSession session, RedirectAttributes next) {
        if (!(session.getAttribute(KEPT) instanceof Kept kept)) {
            return missing("Choose the files again: what you uploaded is no longer there");
        }
        Filled filled = Filled.nothing();
        return filled.done(() -> once.call(() -> {
                    SetupOutcome outcome = uploads.run(tables(kept.files()), actor);
                    if (!outcome.getProblems().isEmpty() || !outcome.print().equals(kept.print())) {
                        throw Refusal.conflict(
                                "Something has changed since you looked. Nothing was applied; look again.");
                    }
                    return outcome;
                }))
                .map(done -> {
                    session.removeAttribute(KEPT);
                    next.addFlashAttribute("done", "The files are applied");
                    if (!done.secrets().isEmpty()) {
                        new OnceSecrets("these passwords and keys", done.secrets()).showNext(next);
                    }
                    return new ModelAndView("redirect:/setup");
                })
                .orElseGet(() -> preview(kept.files(), actor, session, filled));
    }

    private ModelAndView preview(
            Map<SetupFile, byte[]> files, Actor.SignedIn actor, HttpSession session, Filled filled) {
        SetupOutcome outcome = undone.execute(status -> {
            status.setRollbackOnly();
            return uploads.run(tables(files), actor);
        });
        boolean wrong = !outcome.getProblems().isEmpty();
        if (wrong || outcome.isNothing()) {
            session.removeAttribute(KEPT);
        } else {
            session.setAttribute(KEPT, new Kept(files, outcome.print()));
        }
        ModelAndView page = new ModelAndView("setup/preview");
        page.addObject("outcome", outcome);
        page.addObject("files", files.keySet());
        page.addObject("wrong", filled.shown());
        page.setStatus(wrong ? HttpStatus.BAD_REQUEST : filled.status());
        return page;
    }

    private static Map<SetupFile, Table> tables(Map<SetupFile, byte[]> files) {
        Map<SetupFile, Table> tables = new EnumMap<>(SetupFile.class);
        files.forEach((file, bytes) -> tables.put(file, Table.read(file, bytes)));
        return tables;
    }

    private static ModelAndView missing(String words) {
        Filled filled = Filled.nothing();
        filled.problem(FIRST.word(), words);
        return page(filled);
    }

    private static ModelAndView page(Filled filled) {
        ModelAndView page = new ModelAndView("setup/upload");
        page.addObject("files", List.of(SetupFile.values()));
        page.addObject("wrong", filled.shown(FormField.text(FIRST.word(), FIRST.label(), null, null)));
        page.setStatus(filled.status());
        return page;
    }
}
