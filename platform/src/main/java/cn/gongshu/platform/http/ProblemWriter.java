package cn.gongshu.platform.http;

import cn.gongshu.kernel.Language;
import cn.gongshu.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;

/** Answers a servlet request with a problem document in the language the caller reads. */
public final class ProblemWriter {

    private static final Logger log = LoggerFactory.getLogger(ProblemWriter.class);

    private final TraceIds traceIds;

    public ProblemWriter(TraceIds traceIds) {
        this.traceIds = traceIds;
    }

    public Problem problem(Refusal refusal, HttpServletRequest request) {
        Language language = Language.accepted(request.getHeader("Accept-Language"));
        return Problem.of(refusal, language, traceIds.next());
    }

    /** As {@link #problem}, with the fault written to the diagnostics under the same trace id. */
    public Problem fault(Refusal refusal, Throwable cause, HttpServletRequest request) {
        Problem problem = problem(refusal, request);
        // The message may hold values of people; class and place are enough to find the fault.
        log.error(
                "fault {} at {} {}: {}",
                problem.members().get("traceId"),
                request.getMethod(),
                refusal.code(),
                Faults.described(cause));
        return problem;
    }

    public void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = problem(refusal, request);
        response.setStatus(problem.status());
        response.setContentType(Problem.CONTENT_TYPE);
        response.getOutputStream().write(problem.bytes());
    }
}
