package cn.gongshu.platform.authorisation;

import cn.gongshu.mandate.Naming;
import cn.gongshu.mandate.Purpose;

import java.util.Map;

/** The city's controlled list of purposes, with their names. */
public record Purposes(Map<Purpose, Naming.Name> names) {
    public Purposes {
        names = Map.copyOf(names);
    }
}
