package cn.gongshu.city.offending;

import io.vertx.core.Future;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Every way of blocking that is forbidden between door and proof. */
public final class Blocking {

    private Blocking() {}

    public static final class Sleeps {
        private Sleeps() {}

        public static void sleep() throws InterruptedException {
            Thread.sleep(1);
        }
    }

    public static final class Parks {
        private Parks() {}

        public static void park() {
            LockSupport.parkNanos(1);
        }
    }

    public static final class Joins {
        private Joins() {}

        public static String join(CompletableFuture<String> answer) {
            return answer.join();
        }
    }

    public static final class Awaits {
        private Awaits() {}

        public static String await(Future<String> answer) {
            return answer.await();
        }
    }

    public static final class AsksTheDatabase {
        private AsksTheDatabase() {}

        public static int rows(JdbcClient db) {
            return db.sql("SELECT 1").query(Integer.class).single();
        }
    }

    public static final class AsksTheDatabaseTheOldWay {
        private AsksTheDatabaseTheOldWay() {}

        public static void execute(JdbcTemplate db) {
            db.execute("SELECT 1");
        }
    }
}
