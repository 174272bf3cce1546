package cn.gongshu.platform.delivery;

import cn.gongshu.mandate.Purpose;

import java.util.Map;
import java.util.Set;

/**
 * The texts that data subjects of the city are shown.
 *
 * @param versions those there are, by the purpose they speak of
 */
public record ConsentTexts(Map<Purpose, Set<String>> versions) {
    public ConsentTexts {
        versions = Map.copyOf(versions);
    }

    boolean know(Purpose purpose, String version) {
        return versions.getOrDefault(purpose, Set.of()).contains(version);
    }
}
