package cn.gongshu.city.demo;

import tools.jackson.databind.JsonNode;

/**
 * What the platform answered.
 *
 * @param status HTTP status
 * @param body the JSON body; a missing node when there was none
 */
public record Answer(int status, JsonNode body) {

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** Held also by what an interrupted story has made before, which is there already. */
    boolean madeOrThere() {
        return ok() || code().equals("WRONG_STATE");
    }

    /** The error code of a problem document, or an empty text. */
    String code() {
        return body.path("code").asString("");
    }

    String clause() {
        return body.path("clause").asString("");
    }

    /** A line for the story's table. */
    public String inWords() {
        if (ok()) {
            return Integer.toString(status);
        }
        return status + " " + code() + (clause().isEmpty() ? "" : " " + clause());
    }
}
