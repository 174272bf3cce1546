package cn.gongshu.regulation;

import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

import java.lang.reflect.Method;
import java.util.Collection;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

/** Runs the tests of a clause in this process while the rules of that clause are switched off. */
public final class ClauseSwitch {

    private ClauseSwitch() {}

    /** How many of the tests turn red with the clause off; zero means that nothing guards it. */
    public static long redTests(String clause, Collection<Method> tests) {
        String before = System.getProperty("clause.off", "none");
        System.setProperty("clause.off", clause);
        try {
            return run(tests).getTestsFailedCount();
        } finally {
            System.setProperty("clause.off", before);
        }
    }

    /** How many of the tests are red with every rule on; must be zero for the other number to mean anything. */
    public static long redTests(Collection<Method> tests) {
        return redTests("none", tests);
    }

    private static TestExecutionSummary run(Collection<Method> tests) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(tests.stream()
                        .map(test -> selectMethod(test.getDeclaringClass(), test))
                        .toList())
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }
}
