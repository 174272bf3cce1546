package cn.gongshu.e2e;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

import java.lang.reflect.Method;

/** Gives a story its visits, keeps a picture of each where it fails, and lets nothing go wrong behind the pages unseen. */
final class Telling implements ParameterResolver, InvocationInterceptor {

    private static final Namespace HERE = Namespace.create(Telling.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Visits.class);
    }

    @Override
    public Visits resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // Stored at the root and in the story: JUnit closes the one after the last story, the other after this one.
        Stage stage = context.getRoot()
                .getStore(HERE)
                .computeIfAbsent(Curtain.class, _ -> Curtain.open(), Curtain.class)
                .stage();
        return context.getStore(HERE).computeIfAbsent(Visits.class, _ -> new Visits(stage), Visits.class);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> story, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        tell(story, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> story, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        tell(story, context);
    }

    private static void tell(Invocation<Void> story, ExtensionContext context) throws Throwable {
        Visits visits = context.getStore(HERE).get(Visits.class, Visits.class);
        try {
            story.proceed();
            if (visits != null) {
                visits.demandQuiet();
            }
        } catch (Throwable failure) {
            if (visits != null) {
                visits.keepPictures(context.getRequiredTestClass().getSimpleName() + "-"
                        + context.getRequiredTestMethod().getName() + "-" + context.getDisplayName());
            }
            throw failure;
        }
    }

    /** The stage, or why there is none: what could not be set once is not tried again for every story. */
    private record Curtain(@Nullable Stage set, @Nullable Throwable failure) implements AutoCloseable {

        static Curtain open() {
            try {
                return new Curtain(Stage.set(), null);
            } catch (AssertionError | RuntimeException failure) {
                return new Curtain(null, failure);
            }
        }

        Stage stage() {
            if (set == null) {
                throw new AssertionError(failure == null ? "no stage" : failure.getMessage(), failure);
            }
            return set;
        }

        @Override
        public void close() {
            if (set != null) {
                set.close();
            }
        }
    }
}
