package org.commonground.web.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.commonground.platform.Ids;
import org.commonground.platform.refusal.Refusal;
import org.commonground.web.pages.Statuses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Everything that goes wrong under {@code /api}, also where no method of ours was found, as
 * {@code application/problem+json} (RFC 9457). {@code errors} has one plain message per field. A failure of ours
 * answers and logs a number and the failure's type, and nothing it says: that could quote the message.
 */
@Component
class RefusedCalls implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedCalls.class);

    private final ObjectMapper json;

    RefusedCalls(ObjectMapper json) {
        this.json = json;
    }

    /** One field's problem; the field is its path in the message, {@code person.nhsNumber}. */
    record FieldProblem(String field, String message) {}

    /** Before Spring's own resolvers, which know other shapes of errors. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        if (!request.getServletPath().startsWith("/api/")) {
            return null;
        }
        if (failure instanceof ErrorResponse standard) {
            standard.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        write(response, problem(failure));
        return new ModelAndView();
    }

    private void write(HttpServletResponse response, ProblemDetail problem) {
        try {
            response.setStatus(problem.getStatus());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            json.writeValue(response.getOutputStream(), problem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemDetail problem(Exception failure) {
        if (failure instanceof Refusal refusal) {
            return refused(refusal);
        }
        if (failure instanceof ApiRefusal refusal) {
            return ProblemDetail.forStatusAndDetail(refusal.status(), refusal.getMessage());
        }
        if (failure instanceof ErrorResponse standard
                && standard.getStatusCode().is4xxClientError()) {
            return ProblemDetail.forStatus(standard.getStatusCode());
        }
        String number = Ids.next().toString();
        LOG.error(
                "The practices' interface failed ({}): {}",
                number,
                failure.getClass().getName());
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something went wrong on our side and nothing was changed. Please send the same message again later."
                        + " If it fails again, tell us this number: " + number);
    }

    private static ProblemDetail refused(Refusal refusal) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(Statuses.of(refusal.kind()), refusal.getMessage());
        if (!refusal.fields().isEmpty()) {
            problem.setProperty("errors", errors(refusal.fields()));
        }
        return problem;
    }

    private static List<FieldProblem> errors(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> new FieldProblem(field.getKey(), field.getValue()))
                .toList();
    }
}
