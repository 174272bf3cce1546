package cn.gongshu.query.serving;

import org.junit.jupiter.api.Test;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SubjectKeysTest {

    @Test
    void theLookupIsAnHmacOfKindZeroAndId() {
        // printf 'PERSON\0x1' | openssl dgst -sha256 -mac HMAC -macopt hexkey:00…00
        assertThat(HexFormat.of().formatHex(new MasterKey(new byte[32]).lookup("PERSON", "x1")))
                .isEqualTo("d5f4b08f6113cd5bb83711bd604221b48f11d2c7f0aa7dcefcb1120197e8009f");
        assertThat(new MasterKey(new byte[32]).lookup("PERSONx", "1"))
                .isNotEqualTo(new MasterKey(new byte[32]).lookup("PERSON", "x1"));
        assertThatThrownBy(() -> new MasterKey(new byte[16])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDerivedKeyIsTheSameAgainAndAnotherForEachLabelAndInstallation() {
        MasterKey master = new MasterKey(new byte[32]);
        // printf 'gongshu/mark' | openssl dgst -sha256 -mac HMAC -macopt hexkey:00…00
        assertThat(HexFormat.of().formatHex(master.derived("mark").getEncoded()))
                .isEqualTo("e89e02f59fbcd142a4402b7e86ea851ad963cec2e707eab4305498ebb9048dcc");
        assertThat(master.derived("mark")).isEqualTo(master.derived("mark")).isNotEqualTo(master.derived("body"));
        byte[] another = new byte[32];
        another[0] = 1;
        assertThat(new MasterKey(another).derived("mark")).isNotEqualTo(master.derived("mark"));
        assertThatThrownBy(() -> master.derived("PERSON\0" + "1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBuildMakesTheMissingKeysAndKeepsTheOthers() throws Exception {
        ServingDatabase database = ServingDatabase.fresh();
        byte[] before = database.keys().obtain("PERSON", "s3");
        database.publishNumbers(12_000, 1);
        assertThat(database.keys().find("PERSON", "s3")).contains(before);
        assertThat(database.column("SELECT count(DISTINCT key) FROM serving.subject_key"))
                .containsExactly("12000");
        database.publishNumbers(12_001, 2);
        assertThat(database.column("SELECT count(*) FROM serving.subject_key")).containsExactly("12001");
        assertThat(database.keys().find("FIRM", "s3")).isEmpty();
    }

    @Test
    void aDestroyedKeyIsGoneFromTheFileAndANewOneIsAnother() throws Exception {
        ServingDatabase database = ServingDatabase.fresh();
        byte[] old = database.keys().obtain("PERSON", "s3");
        database.keys().obtain("PERSON", "s4");
        assertThat(database.keys().destroy("PERSON", "s3")).isTrue();
        assertThat(database.keys().destroy("PERSON", "s3")).isFalse();
        assertThat(database.keys().find("PERSON", "s3")).isEmpty();
        database.keys().compact();
        assertThat(database.column("SELECT count(*) FROM serving.subject_key")).containsExactly("1");
        assertThat(database.keys().obtain("PERSON", "s3")).isNotEqualTo(old);
    }

    @Test
    void twoBuildsAboutTheSameSubjectsAgreeOnTheirKeys() throws Exception {
        ServingDatabase database = ServingDatabase.fresh();
        ServingTables tables = database.tables();
        Callable<ServingTable> build = () -> tables.build(
                        ServingDatabase.build(tables.nextGeneration(), new ServingColumn("n", ServingType.INT)),
                        ServingDatabase.numbers(20_000, 1))
                .orThrow();
        try (var both = Executors.newFixedThreadPool(2)) {
            for (var built : both.invokeAll(List.of(build, build))) {
                assertThat(built.get().rows()).isEqualTo(20_000);
            }
        }
        assertThat(database.column("SELECT count(*) FROM serving.subject_key")).containsExactly("20000");
    }
}
