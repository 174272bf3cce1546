package cn.gongshu.platform.evidence;

import cn.gongshu.platform.http.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread that seals acts and projects entries while the platform runs. After a fault it rests a second; the same fault
 * again and again is told once.
 */
@Component
class EvidenceWork implements SmartLifecycle {

    private static final Logger diagnostics = LoggerFactory.getLogger(EvidenceWork.class);
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long REST_AFTER_FAULT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Sequencer sequencer;
    private volatile boolean running;
    private volatile Thread thread = new Thread();

    EvidenceWork(Sequencer sequencer) {
        this.sequencer = sequencer;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("evidence-work").start(this::work);
    }

    private void work() {
        String told = "";
        while (running) {
            try {
                boolean any = sequencer.sealWaiting();
                told = "";
                if (!any) {
                    LockSupport.parkNanos(REST_NANOS);
                }
            } catch (RuntimeException e) {
                // Nothing is lost: outbox and log keep what is not yet sealed or projected.
                String fault = Faults.described(e);
                if (!fault.equals(told)) {
                    diagnostics.error("sealing and projecting will be tried again: {}", fault);
                }
                told = fault;
                LockSupport.parkNanos(REST_AFTER_FAULT_NANOS);
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        LockSupport.unpark(thread);
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
