package cn.gongshu.mandate.decision;

import cn.gongshu.kernel.PartyId;
import cn.gongshu.mandate.Choice;
import cn.gongshu.mandate.Condition;
import cn.gongshu.mandate.Floor;
import cn.gongshu.mandate.Mandate;
import cn.gongshu.mandate.Purpose;
import cn.gongshu.regulation.Clause;
import cn.gongshu.regulation.Rules;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The obligations of a chain, made once per kind of subject and listed purpose. */
final class ChainObligations {

    private final List<Mandate> links;
    private final Map<Purpose, Map<SubjectKind, List<Obligation>>> made = new HashMap<>();

    ChainObligations(List<Mandate> links) {
        this.links = List.copyOf(links);
        if (links.getLast().scope().purposes() instanceof Choice.Only<Purpose>(var purposes)) {
            for (Purpose purpose : purposes) {
                Map<SubjectKind, List<Obligation>> bySubject = new EnumMap<>(SubjectKind.class);
                for (SubjectKind subject : SubjectKind.values()) {
                    bySubject.put(subject, make(subject, purpose));
                }
                made.put(purpose, bySubject);
            }
        }
    }

    List<Obligation> of(SubjectKind subject, Purpose purpose) {
        Map<SubjectKind, List<Obligation>> bySubject = made.get(purpose);
        List<Obligation> found = bySubject == null ? null : bySubject.get(subject);
        return found == null ? make(subject, purpose) : found;
    }

    private List<Obligation> make(SubjectKind subject, Purpose purpose) {
        List<Obligation> list = new ArrayList<>();
        switch (subject) {
            case PERSON, FIRM -> {
                Obligation consent = consent(subject, purpose);
                if (consent != null) {
                    list.add(consent);
                }
            }
            case AGGREGATE -> {
                list.add(new Obligation.FloorOf(links.stream()
                        .map(link -> link.scope().floor())
                        .reduce(Floor.ONE, Floor::highest)
                        .k()));
                list.add(new Obligation.LeaveOutOptOuts(purpose));
            }
            case NONE -> {}
        }
        conditions(Condition.Metered.class)
                .findFirst()
                .ifPresent(metered -> list.add(new Obligation.Charge(metered.price(), metered.meter())));
        return List.copyOf(list);
    }

    /** A person's consent is always needed; a firm's where a link says so. The lowest link that names a text decides it. */
    @Clause("I01")
    private @Nullable Obligation consent(SubjectKind subject, Purpose purpose) {
        List<Condition.SubjectConsent> asked =
                conditions(Condition.SubjectConsent.class).toList();
        if (!Rules.on("I01") || (asked.isEmpty() && subject != SubjectKind.PERSON)) {
            return null;
        }
        Optional<String> text = asked.stream()
                .map(Condition.SubjectConsent::textVersion)
                .flatMap(Stream::ofNullable)
                .findFirst();
        PartyId recipient = links.getLast().grantee();
        return new Obligation.RequireConsent(purpose, recipient, text.orElse(null));
    }

    /** The conditions of one kind, from the leaf up. */
    private <T extends Condition> Stream<T> conditions(Class<T> kind) {
        return links.reversed().stream()
                .flatMap(link -> link.contract().limits().conditions().all().stream())
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
