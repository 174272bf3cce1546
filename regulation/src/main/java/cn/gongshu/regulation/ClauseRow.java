package cn.gongshu.regulation;

/**
 * One clause of the regulation, as its row in {@code clauses.tsv} has it.
 *
 * @param id stable id: R…, T…, Q… or I…
 * @param kind whether a machine can judge it
 * @param mark how well its source is known
 * @param due number of the issue by which a rule and a test must carry it
 * @param basis where it stands: part of the plan, or article of a national rule
 * @param zh what it demands, in our own words
 * @param en the same in English
 */
public record ClauseRow(String id, Kind kind, Mark mark, int due, String basis, String zh, String en) {

    /** Who judges a clause. */
    public enum Kind {
        /** A rule of ours. */
        RULE,
        /** People; the platform shows what they need and records what they decided. */
        PEOPLE,
        /** Nobody can test it. */
        UNTESTABLE
    }

    /** How a clause is known. */
    public enum Mark {
        /** The plan states it. */
        STATED("S"),
        /** Its drafting note states it. */
        DRAFTING_NOTE("D"),
        /** A national or provincial rule that the plan incorporates. */
        INCORPORATED("N"),
        /** General knowledge, not verified against the official text. */
        UNVERIFIED("M");

        private final String letter;

        Mark(String letter) {
            this.letter = letter;
        }

        static Mark ofLetter(String letter) {
            for (Mark mark : values()) {
                if (mark.letter.equals(letter)) {
                    return mark;
                }
            }
            throw new IllegalArgumentException("no source mark " + letter);
        }
    }
}
