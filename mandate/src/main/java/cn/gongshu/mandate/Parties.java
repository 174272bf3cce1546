package cn.gongshu.mandate;

import cn.gongshu.kernel.PartyId;

import java.util.Set;

/** Who grants (授出方) and to whom (被授方). */
public record Parties(PartyId grantor, PartyId grantee) {

    /** The parties whose signatures a link of this kind needs. */
    public Set<PartyId> signers(MandateKind kind) {
        return switch (kind.signers()) {
            case GRANTOR -> Set.of(grantor);
            case GRANTEE -> Set.of(grantee);
            case BOTH -> grantor.equals(grantee) ? Set.of(grantor) : Set.of(grantor, grantee);
        };
    }
}
