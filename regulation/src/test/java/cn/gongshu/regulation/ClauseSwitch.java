package cn.gongshu.regulation;

import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

/** Runs a test of a clause in this process while the rules of that clause are switched off. */
public final class ClauseSwitch {

    private ClauseSwitch() {}

    /** Whether the test notices that the rules of its clause are off: green with every rule, red without these. */
    public static boolean notices(ClauseScan.Found test) {
        return run("none", test).getTestsFailedCount() == 0
                && run(test.clause(), test).getTestsFailedCount() > 0;
    }

    private static TestExecutionSummary run(String off, ClauseScan.Found test) {
        String before = System.getProperty("clause.off", "none");
        System.setProperty("clause.off", off);
        try {
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectMethod(test.type(), test.method()))
                    .build();
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            LauncherFactory.create().execute(request, listener);
            return listener.getSummary();
        } finally {
            System.setProperty("clause.off", before);
        }
    }
}
