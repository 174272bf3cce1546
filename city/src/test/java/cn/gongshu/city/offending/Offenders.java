package cn.gongshu.city.offending;

import cn.gongshu.mandate.decision.Decision;
import cn.gongshu.mandate.decision.DecisionPoint;
import cn.gongshu.mandate.decision.Use;
import cn.gongshu.query.duckdb.DuckDbEngine;
import cn.gongshu.query.duckdb.DuckDbSettings;
import cn.gongshu.query.spi.EngineQuery;
import cn.gongshu.query.spi.QueryEngine;
import cn.gongshu.query.spi.RowCursor;
import org.springframework.beans.factory.annotation.Value;

/** What the rules of the architecture forbid, so that a test can see each of them bite. */
public final class Offenders {

    private Offenders() {}

    /** Asks an engine past the governed door. */
    public static final class CallsAnEngine {
        private CallsAnEngine() {}

        public static RowCursor rows(QueryEngine engine, EngineQuery query) {
            return engine.run(query);
        }
    }

    /** Chooses an adapter outside the deployable's configuration. */
    public static final class ChoosesAnEngine {
        private ChoosesAnEngine() {}

        public static QueryEngine engine(DuckDbSettings settings) {
            return DuckDbEngine.open(settings);
        }
    }

    /** Decides a use of its own accord. */
    public static final class Decides {
        private Decides() {}

        public static Decision decision(DecisionPoint point, Use use) {
            return point.decide(use);
        }
    }

    /** Takes something other than through its constructor. */
    public static final class TakesThroughAField {
        @Value("${gongshu.mode}")
        private String mode = "";

        public String mode() {
            return mode;
        }
    }
}
