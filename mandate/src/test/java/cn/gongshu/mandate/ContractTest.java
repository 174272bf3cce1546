package cn.gongshu.mandate;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.regulation.Derogation;
import cn.gongshu.regulation.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ContractTest {

    private static final int CASES = Integer.getInteger("gongshu.test.cases", 1000);

    @Test
    void every_contract_of_the_story_reads_back_to_itself() {
        for (Contract contract : Story.contracts()) {
            assertThat(Contract.parse(contract.canonical())).isEqualTo(Outcome.done(contract));
        }
    }

    @Test
    void the_canonical_form_is_readable_and_says_what_it_is() {
        Limits limits = new Limits(
                Story.ONE_YEAR,
                Conditions.of(new Condition.HoursOfDay(8 * 60, 24 * 60), new Condition.SubjectConsent(null)),
                new Quota(7),
                new Derogation("理由", "批准人"));
        String text = text(Story.with(Story.scheme(), limits));
        assertThat(text)
                .startsWith("{\"conditions\":[{\"from\":\"08:00\",\"kind\":\"hours-of-day\",\"until\":\"24:00\"},"
                        + "{\"kind\":\"subject-consent\",\"textVersion\":null}],\"derogation\":{\"approver\":\"批准人\","
                        + "\"reason\":\"理由\"},\"from\":\"2026-06-01\",\"grantee\":\"bureau\"")
                .contains("\"lastDay\":\"2027-06-01\"", "\"columns\":\"ANY\"", "\"type\":\"gongshu/contract/v1\"");
        assertThat(Contract.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Outcome.done(Story.with(Story.scheme(), limits)));
    }

    @Test
    void random_contracts_read_back_and_differ_in_hash_exactly_when_they_differ() {
        Random random = new Random(20261124);
        Contract before = Story.scheme();
        for (int i = 0; i < CASES; i++) {
            RandomLinks links = new RandomLinks(random);
            Contract contract = Story.with(
                    Story.with(Story.scheme(), links.scope()),
                    Limits.of(Story.ONE_YEAR).with(links.conditions()));
            assertThat(Contract.parse(contract.canonical())).isEqualTo(Outcome.done(contract));
            assertThat(contract.hash().equals(before.hash())).isEqualTo(contract.equals(before));
            before = contract;
        }
    }

    @Test
    void a_flipped_byte_is_never_the_same_contract() {
        byte[] canonical = Story.agencySubscription().canonical();
        for (int i = 0; i < canonical.length; i++) {
            byte[] flipped = canonical.clone();
            flipped[i] ^= 1;
            if (Contract.parse(flipped) instanceof Outcome.Done<Contract>(Contract other)) {
                assertThat(other.hash()).isNotEqualTo(Story.agencySubscription().hash());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"conditions\"|{ \"conditions\"",
                "\"quota\":100|\"quota\":100,\"zextra\":1",
                "\"quota\":100|\"quota\":0",
                "\"quota\":100|\"quota\":\"100\"",
                "\"kind\":\"SUBSCRIPTION\"|\"kind\":\"GIFT\"",
                "\"floor\":10|\"floor\":99999999999",
                "\"from\":\"2026-06-01\"|\"from\":\"2026-02-30\"",
                "\"from\":\"2026-06-01\"|\"from\":\"2028-06-01\"",
                "\"purposes\":[\"employment-support\"]|\"purposes\":[]",
                "\"purposes\":[\"employment-support\"]|\"purposes\":\"ALL\"",
                "\"columns\":[\"person_id\",\"state\"]|\"columns\":[\"state\",\"person_id\"]",
                "gongshu/contract/v1|gongshu/contract/v2",
                "\"conditions\":[]|\"conditions\":[{\"kind\":\"metered\",\"fen\":50,\"meter\":\"SERVICE_COUNT\"}]",
                "\"conditions\":[]|\"conditions\":[{\"from\":\"08:60\",\"kind\":\"hours-of-day\",\"until\":\"24:00\"}]",
                "\"conditions\":[]|\"conditions\":[{\"extra\":1,\"kind\":\"subject-consent\",\"textVersion\":null}]",
            })
    void what_is_not_exactly_canonical_is_refused(String from, String to) {
        String text = text(Story.agencySubscription());
        assertThat(text).contains(from);
        Outcome<Contract> read = Contract.parse(text.replace(from, to).getBytes(StandardCharsets.UTF_8));
        assertThat(Refused.in(read).code()).isEqualTo(ErrorCode.MALFORMED);
    }

    @Test
    void a_condition_of_tomorrow_keeps_its_hash_today() {
        String text = text(Story.agencySubscription())
                .replace("\"conditions\":[]", "\"conditions\":[{\"area\":[\"六安\",null],\"kind\":\"place\"}]");
        Contract contract =
                Contract.parse(text.getBytes(StandardCharsets.UTF_8)).orThrow();
        assertThat(contract.limits().conditions().unknown()).isPresent();
        assertThat(text(contract)).isEqualTo(text);
    }

    @Test
    void parts_out_of_shape_are_no_parts() {
        assertThatThrownBy(() -> Choice.of()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Floor(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Quota(Quota.MOST + 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Condition.HoursOfDay(0, 1440)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Conditions.of(new Condition.HoursOfDay(0, 60), new Condition.HoursOfDay(60, 120)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Story.change(MandateState.IN_FORCE)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(Contract contract) {
        return new String(contract.canonical(), StandardCharsets.UTF_8);
    }
}
