package cn.gongshu.query.serving;

import cn.gongshu.postgres.ChildJvm;
import cn.gongshu.postgres.TestPostgres.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LargeBuildTest {

    @Test
    void aTableLargerThanTheHeapIsBuilt() throws Exception {
        ServingDatabase database = ServingDatabase.fresh();
        TestDatabase at = database.database();
        Process child = ChildJvm.start(LargeBuild.class, at.jdbcUrl() + " " + at.user() + " " + at.password());
        String said = ChildJvm.lines(child).readAllAsString();
        System.out.print("serving build in a 64 MB heap: " + said);
        assertThat(child.waitFor()).isZero();
        assertThat(said).startsWith(LargeBuild.ROWS + " rows");
        assertThat(new ServingInventory(database.source()).copies())
                .singleElement()
                .satisfies(copy -> assertThat(copy.bytes()).isGreaterThan(64L << 20));
        assertThat(database.column("SELECT count(*) FROM serving.subject_key")).containsExactly("200000");
    }
}
