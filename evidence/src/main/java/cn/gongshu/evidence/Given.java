package cn.gongshu.evidence;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What was given in a use.
 *
 * @param quantity units taken from the quotas of the chain
 * @param charge price in fen, or null where nothing is charged
 * @param answer commitment to the data answered; null where there was none
 * @param obligations what the door had to do, in words of the mandate module
 * @param withheld what was hidden and left out; null where that cannot be
 */
public record Given(
        long quantity,
        @Nullable Long charge,
        @Nullable AnswerCommitment answer,
        List<String> obligations,
        @Nullable Withheld withheld) {

    /**
     * What an aggregate does not show.
     *
     * @param hiddenGroups groups under the floor
     * @param optOuts persons left out because they said no
     */
    public record Withheld(long hiddenGroups, long optOuts) {}

    public Given {
        obligations = List.copyOf(obligations);
        if (quantity < 0 || (charge != null && charge < 0)) {
            throw new IllegalArgumentException("quantity and charge are not negative");
        }
    }

    @Nullable
    String answerHex() {
        return answer == null ? null : answer.hex();
    }

    @Nullable
    String saltHash() {
        return answer == null ? null : answer.saltHash();
    }

    @Nullable
    Long hiddenGroups() {
        return withheld == null ? null : Long.valueOf(withheld.hiddenGroups());
    }

    @Nullable
    Long optOuts() {
        return withheld == null ? null : Long.valueOf(withheld.optOuts());
    }

    static Given read(Members members) {
        String answer = members.optionalText("answerCommitment");
        String saltHash = members.optionalText("saltHash");
        if ((answer == null) != (saltHash == null)) {
            throw new IllegalArgumentException("answerCommitment and saltHash stand together");
        }
        Long hidden = members.optionalNumber("hiddenGroups");
        Long optOuts = members.optionalNumber("optOuts");
        if ((hidden == null) != (optOuts == null)) {
            throw new IllegalArgumentException("hiddenGroups and optOuts stand together");
        }
        return new Given(
                members.number("quantity"),
                members.optionalNumber("charge"),
                answer == null || saltHash == null ? null : new AnswerCommitment(answer, saltHash),
                members.texts("obligations"),
                hidden == null || optOuts == null ? null : new Withheld(hidden, optOuts));
    }
}
