package cn.gongshu.city.demo;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/** Lu'an's story, chapter by chapter. */
final class Story {

    private Story() {}

    static List<Step> steps() {
        return Stream.of(
                        AccessChapter.steps(),
                        CatalogueChapter.steps(),
                        MandateChapter.steps(),
                        DeliveryChapter.steps(),
                        StopChapter.steps(),
                        ProofChapter.steps())
                .flatMap(List::stream)
                .toList();
    }

    /** Plays what has not been played yet in this data folder; true when every step held. */
    static boolean play(World world, boolean check, PrintStream out) {
        List<Step> steps =
                steps().stream().filter(step -> check || !step.check()).toList();
        int held = 0;
        for (Step step : steps) {
            if (!step.check() && world.hasPlayed(step.id())) {
                held++;
                continue;
            }
            Step.Got got = step.play().apply(world);
            out.printf(
                    "%s %2d/%d  %s｜%s｜%s｜应 %s｜得 %s%n",
                    got.held() ? "✓" : "✗",
                    steps.indexOf(step) + 1,
                    steps.size(),
                    step.actor(),
                    step.action(),
                    step.clause(),
                    step.expected(),
                    got.words());
            if (got.held()) {
                held++;
                world.played(step.id());
            } else if (!step.check()) {
                break;
            }
        }
        out.printf("%d/%d 步成立 steps held%n", held, steps.size());
        return held == steps.size();
    }
}
