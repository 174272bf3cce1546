package cn.gongshu.mandate.decision;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Level;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.mandate.Condition;
import cn.gongshu.mandate.Conditions;
import cn.gongshu.mandate.Contract;
import cn.gongshu.mandate.ItemScope;
import cn.gongshu.mandate.ItemState;
import cn.gongshu.mandate.Limits;
import cn.gongshu.mandate.Mandate;
import cn.gongshu.mandate.MandateState;
import cn.gongshu.mandate.Naming;
import cn.gongshu.mandate.Parties;
import cn.gongshu.mandate.RandomLinks;
import cn.gongshu.mandate.Scope;
import cn.gongshu.mandate.Story;
import cn.gongshu.mandate.Timeline;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** The second law, over random chains: allowed exactly when every link and every item permits it at that moment. */
class DecisionLawTest {

    private static final int CASES = Integer.getInteger("gongshu.test.cases", 1000);
    private static final int USES_PER_CHAIN = 50;

    private final Random random = new Random(82);
    private int allowed;

    @Test
    void a_use_is_allowed_exactly_when_every_link_and_item_permits_it() {
        int chains = CASES / 4;
        for (int i = 0; i < chains; i++) {
            tryChain();
        }
        assertThat(allowed)
                .as("both answers occur")
                .isBetween(chains * USES_PER_CHAIN / 50, chains * USES_PER_CHAIN * 9 / 10);
    }

    private void tryChain() {
        List<Mandate> links = randomLinks();
        List<ItemState> items = randomItems();
        ChainSnapshot snapshot = ChainSnapshot.of(1, links, items, Naming.CODES);
        List<Mandate> chain = snapshot.tree().chain(Story.id("agency-37"));
        for (int i = 0; i < USES_PER_CHAIN; i++) {
            Use use = randomUse(chain.getLast().grantee());
            boolean expected = chain.stream().allMatch(link -> permits(link, use))
                    && use.needs().columns().keySet().stream().allMatch(item -> usable(item, items, chain));
            Decision decision = snapshot.decide(use);
            assertThat(decision instanceof Decision.Allowed)
                    .as("%s on %s", use, chain)
                    .isEqualTo(expected);
            allowed += expected ? 1 : 0;
        }
    }

    private static boolean permits(Mandate link, Use use) {
        Scope scope = link.scope();
        int minute = use.moment()
                        .machineTime()
                        .atOffset(ZoneOffset.ofHours(8))
                        .toLocalTime()
                        .toSecondOfDay()
                / 60;
        return link.recorded() == MandateState.SIGNED
                && link.term().contains(use.moment().legalDate())
                && use.needs().columns().entrySet().stream().allMatch(need -> permits(scope, need))
                && scope.purposes().has(use.purpose())
                && scope.forms().has(use.needs().form())
                && scope.recipients().has(use.caller().recipient())
                && link.contract().limits().conditions().all().stream()
                        .noneMatch(c -> c instanceof Condition.HoursOfDay hours && !hours.contains(minute));
    }

    private static boolean permits(Scope scope, Map.Entry<ItemId, Set<String>> need) {
        ItemScope item = scope.items().get(need.getKey());
        return item != null && need.getValue().stream().allMatch(item.columns()::has);
    }

    private static boolean usable(ItemId item, List<ItemState> items, List<Mandate> chain) {
        return items.stream()
                .filter(state -> state.item().equals(item) && state.published() && state.inForce())
                .anyMatch(state -> chain.stream()
                        .map(link -> link.scope().items().get(item))
                        .noneMatch(scope -> scope == null
                                || state.level() == null
                                || state.level().above(scope.maximum())));
    }

    /** The demo's chain with other scopes; now and then a link that does not stand. */
    private List<Mandate> randomLinks() {
        RandomLinks links = new RandomLinks(random);
        Scope scope = links.scope();
        Conditions conditions = links.conditions();
        List<Mandate> all = new ArrayList<>();
        for (Contract contract : Story.contracts()) {
            Limits limits = Limits.of(contract.limits().term()).with(conditions);
            Contract changed = Story.with(Story.with(contract, scope), limits);
            if (contract.id().equals(Story.id("agency-37"))) {
                changed = Story.with(changed, new Parties(Story.PARTNER, RandomLinks.RECIPIENTS.getFirst()));
            }
            MandateState state = random.nextInt(100) == 0 ? MandateState.SUSPENDED : MandateState.SIGNED;
            all.add(Mandate.of(changed, Timeline.of(Story.change(state))));
            scope = random.nextInt(3) == 0 ? links.near(scope) : scope;
            conditions = random.nextInt(3) == 0 ? links.near(conditions) : conditions;
        }
        return all;
    }

    private List<ItemState> randomItems() {
        List<ItemState> items = new ArrayList<>();
        for (ItemId item : RandomLinks.ITEMS) {
            Level level = random.nextInt(10) == 0 ? null : RandomLinks.LEVELS.get(random.nextInt(2));
            items.add(new ItemState(item, random.nextInt(20) > 0, random.nextInt(20) > 0, level));
        }
        return items;
    }

    private Use randomUse(PartyId recipient) {
        Needs needs = new Needs(
                pick(RandomLinks.FORMS),
                pick(List.of(SubjectKind.values())),
                random.nextBoolean()
                        ? Map.of(pick(RandomLinks.ITEMS), Set.of(pick(RandomLinks.COLUMNS)))
                        : Map.of(
                                RandomLinks.ITEMS.get(0), Set.of("a"),
                                RandomLinks.ITEMS.get(1), Set.copyOf(RandomLinks.COLUMNS)));
        Instant time = Story.NOON.plusSeconds(60L * random.nextInt(1440));
        Moment moment = new Moment(time, Story.TODAY.plusDays(random.nextInt(250)));
        return new Use(
                new Caller(recipient, Story.id("agency-37")), Story.P37, pick(RandomLinks.PURPOSES), needs, 1, moment);
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
