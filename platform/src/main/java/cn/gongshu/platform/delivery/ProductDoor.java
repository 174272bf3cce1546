package cn.gongshu.platform.delivery;

import cn.gongshu.evidence.Receipt;
import cn.gongshu.kernel.CanonicalJson;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.Language;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.platform.delivery.UseFlow.Result;
import cn.gongshu.platform.http.Faults;
import cn.gongshu.platform.http.Problem;
import cn.gongshu.platform.http.TraceIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The product door {@code /open/v1}: bytes in, bytes out, whichever HTTP stack stands before it. Never blocks; the future
 * may complete on another thread than the caller's.
 */
public final class ProductDoor {

    /** Longest request body, in bytes. */
    public static final int BODY_LIMIT = 16 << 10;

    /** The request headers the door reads, in lower case. */
    public static final List<String> HEADERS =
            List.of("authorization", "content-type", "idempotency-key", "accept-language");

    private static final Logger diagnostics = LoggerFactory.getLogger(ProductDoor.class);

    private final CallReader reader;
    private final UseFlow flow;
    private final Recorder recorder;
    private final JournalReads reads;
    private final TraceIds traceIds;

    ProductDoor(CallReader reader, UseFlow flow, Recorder recorder, JournalReads reads, TraceIds traceIds) {
        this.reader = reader;
        this.flow = flow;
        this.recorder = recorder;
        this.reads = reads;
        this.traceIds = traceIds;
    }

    public CompletableFuture<DoorResponse> answer(DoorRequest request) {
        Language language = Language.accepted(request.header("accept-language"));
        try {
            return switch (reader.read(request)) {
                case Outcome.Refused<CallReader.Read>(Refusal refusal) ->
                    unread(request, refusal)
                            .handle((done, failure) ->
                                    failure == null ? problem(refusal, language) : fault(failure, language));
                case Outcome.Done<CallReader.Read>(CallReader.Read(Call call, LiveProduct product)) ->
                    flow.run(call, product)
                            .thenCompose(result -> response(result, product, language))
                            .exceptionally(failure -> fault(failure, language));
            };
        } catch (RuntimeException failure) {
            return CompletableFuture.completedFuture(fault(failure, language));
        }
    }

    /** Completes when what this refusal leaves on record is durable. */
    private CompletableFuture<?> unread(DoorRequest request, Refusal refusal) {
        return reader.onRecord(request, refusal)
                .<CompletableFuture<?>>map(unread -> recorder.refusal(unread, refusal))
                .orElseGet(() -> CompletableFuture.completedFuture(refusal));
    }

    private CompletableFuture<DoorResponse> response(Result result, LiveProduct product, Language language) {
        return switch (result) {
            case Result.Given(Answered answer, var entry) ->
                CompletableFuture.completedFuture(given(answer, entry.receipt(), product));
            case Result.Repeated(long index, Answered answer) ->
                reads.receipt(index).thenApply(receipt -> given(answer, receipt, product));
            case Result.ReceiptOnly(long index, Refusal refusal) ->
                reads.receipt(index).thenApply(receipt -> receiptOnly(receipt, refusal, language));
            case Result.Refused(Refusal refusal) -> CompletableFuture.completedFuture(problem(refusal, language));
        };
    }

    private static DoorResponse given(Answered answer, Receipt receipt, LiveProduct product) {
        StringBuilder out = new StringBuilder(2048);
        out.append("{\"data\":").append(answer.data());
        out.append(",\"asOf\":");
        CanonicalJson.quote(out, answer.asOf());
        out.append(",\"receipt\":").append(receipt.json());
        out.append(",\"lineage\":{\"product\":");
        CanonicalJson.quote(out, product.code().value());
        out.append(",\"items\":").append(CanonicalJson.text(product.items()));
        out.append(",\"snapshots\":").append(CanonicalJson.text(answer.snapshots()));
        out.append("}}");
        return DoorResponse.json(200, "application/json", out.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The problem, with the receipt of the use that was recorded before. */
    private DoorResponse receiptOnly(Receipt receipt, Refusal refusal, Language language) {
        Problem problem = Problem.of(refusal, language, traceIds.next());
        String members = CanonicalJson.text(problem.members());
        String body = members.substring(0, members.length() - 1) + ",\"receipt\":" + receipt.json() + "}";
        return DoorResponse.json(problem.status(), Problem.CONTENT_TYPE, body.getBytes(StandardCharsets.UTF_8));
    }

    private DoorResponse problem(Refusal refusal, Language language) {
        Problem problem = Problem.of(refusal, language, traceIds.next());
        return DoorResponse.json(problem.status(), Problem.CONTENT_TYPE, problem.bytes());
    }

    private DoorResponse fault(Throwable failure, Language language) {
        Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        ErrorCode code = cause instanceof Fault fault ? fault.code() : ErrorCode.INTERNAL;
        Problem problem = Problem.of(Refusal.of(code), language, traceIds.next());
        diagnostics.error(
                "fault {} at the product door: {}", problem.members().get("traceId"), Faults.described(cause));
        return DoorResponse.json(problem.status(), Problem.CONTENT_TYPE, problem.bytes());
    }
}
