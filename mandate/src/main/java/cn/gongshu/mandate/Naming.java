package cn.gongshu.mandate;

import cn.gongshu.kernel.PartyId;

/** What purposes and parties are called in refusals; the city brings the names. */
public interface Naming {

    /** Two words for one thing. */
    record Name(String zh, String en) {}

    /** Codes and ids as they are. */
    Naming CODES = new Naming() {
        @Override
        public Name purpose(Purpose purpose) {
            return new Name(purpose.code(), purpose.code());
        }

        @Override
        public Name party(PartyId party) {
            return new Name(party.value(), party.value());
        }
    };

    Name purpose(Purpose purpose);

    Name party(PartyId party);
}
