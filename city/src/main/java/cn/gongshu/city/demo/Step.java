package cn.gongshu.city.demo;

import java.util.function.Function;

/**
 * One step of the story.
 *
 * @param id stable name, kept among the played
 * @param actor who does it
 * @param action what they do, in words
 * @param clause the clause it shows
 * @param expected what must come of it
 * @param check true for a step that only {@code --check} plays: it tries what must be refused, or breaks something
 * @param play does it and tells what came of it
 */
record Step(
        String id,
        String actor,
        String action,
        String clause,
        String expected,
        boolean check,
        Function<World, Got> play) {

    /** What came of a step, in words, and whether it is what was expected. */
    record Got(String words, boolean held) {

        /** Held when the call succeeded. */
        static Got success(Answer answer) {
            return new Got(answer.inWords(), answer.ok());
        }

        /** Held when the call was refused with this code. */
        static Got refusal(Answer answer, String code) {
            return new Got(answer.inWords(), answer.code().equals(code));
        }

        /** Held when the call was refused with this code under this clause. */
        static Got refusal(Answer answer, String code, String clause) {
            boolean held = answer.code().equals(code) && answer.clause().equals(clause);
            return new Got(answer.inWords(), held);
        }

        /** Held when what was found is what the paper says. */
        static Got found(String expected, String found) {
            return new Got(found, found.equals(expected));
        }
    }

    /** A step that makes something and is played once per data folder. */
    static Step act(String id, String actor, String action, String clause, String expected, Function<World, Got> play) {
        return new Step(id, actor, action, clause, expected, false, play);
    }

    /** A step that tries what must not work, or breaks something; only in {@code --check}. */
    static Step trial(
            String id, String actor, String action, String clause, String expected, Function<World, Got> play) {
        return new Step(id, actor, action, clause, expected, true, play);
    }
}
