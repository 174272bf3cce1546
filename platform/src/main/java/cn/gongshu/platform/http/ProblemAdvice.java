package cn.gongshu.platform.http;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.kernel.RefusedException;
import cn.gongshu.kernel.Term;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

import java.util.Map;

/** Turns what a controller throws into a problem document; nothing else in the platform writes errors. */
@RestControllerAdvice
public class ProblemAdvice {

    private static final int PLACE_LIMIT = 200;

    private final ProblemWriter problems;

    public ProblemAdvice(ProblemWriter problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(RefusedException refused, HttpServletRequest request) {
        return answer(problems.problem(refused.refusal(), request));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> invalidTerm(Term.InvalidTerm invalid, HttpServletRequest request) {
        return answer(problems.problem(Refusal.of(ErrorCode.TERM_INVALID), request));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException refused) {
                return refused(refused, request);
            }
            if (cause instanceof Term.InvalidTerm invalid) {
                return invalidTerm(invalid, request);
            }
            if (cause instanceof JacksonException json && !json.getPath().isEmpty()) {
                return malformed("JSON " + place(json), request);
            }
        }
        return malformed("JSON", request);
    }

    private ResponseEntity<byte[]> malformed(String what, HttpServletRequest request) {
        return answer(problems.problem(Refusal.of(ErrorCode.MALFORMED, Map.of("what", what)), request));
    }

    /** Where in the body reading stopped, such as {@code items[3].unit}: a large import names its own mistake. */
    private static String place(JacksonException json) {
        StringBuilder place = new StringBuilder();
        for (JacksonException.Reference step : json.getPath()) {
            if (step.getPropertyName() == null) {
                place.append('[').append(step.getIndex()).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return place.length() > PLACE_LIMIT ? place.substring(0, PLACE_LIMIT) : place.toString();
    }

    @ExceptionHandler
    ResponseEntity<byte[]> missing(MissingServletRequestParameterException missing, HttpServletRequest request) {
        Refusal refusal = Refusal.of(ErrorCode.FIELD_MISSING, Map.of("field", missing.getParameterName()));
        return answer(problems.problem(refusal, request));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> mistyped(MethodArgumentTypeMismatchException mistyped, HttpServletRequest request) {
        return refused(Required.invalid(mistyped.getName(), "整数", "a whole number"), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> method(HttpRequestMethodNotSupportedException wrong, HttpServletRequest request) {
        return answer(problems.problem(Refusal.of(ErrorCode.METHOD_NOT_ALLOWED), request));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> mediaType(HttpMediaTypeException wrong, HttpServletRequest request) {
        Refusal refusal = Refusal.of(ErrorCode.CONTENT_TYPE, Map.of("expected", "application/json"));
        return answer(problems.problem(refusal, request));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> nothingHere(NoResourceFoundException nothing, HttpServletRequest request) {
        return answer(
                problems.problem(Refusal.of(ErrorCode.NOT_FOUND, Map.of("what", "页面", "what@en", "page")), request));
    }

    @ExceptionHandler({CannotGetJdbcConnectionException.class, DataAccessResourceFailureException.class})
    ResponseEntity<byte[]> database(Exception failure, HttpServletRequest request) {
        return answer(problems.fault(Refusal.of(ErrorCode.DATABASE_UNREACHABLE), failure, request));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> fault(Exception failure, HttpServletRequest request) {
        ErrorCode code = failure instanceof Fault fault ? fault.code() : ErrorCode.INTERNAL;
        return answer(problems.fault(Refusal.of(code), failure, request));
    }

    private static ResponseEntity<byte[]> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.parseMediaType(Problem.CONTENT_TYPE))
                .body(problem.bytes());
    }
}
