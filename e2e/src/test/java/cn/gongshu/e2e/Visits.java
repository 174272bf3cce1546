package cn.gongshu.e2e;

import java.util.ArrayList;
import java.util.List;

/** Who visits in one story: each visit is a browser window of its own, nothing shared between them. */
final class Visits implements AutoCloseable {

    private final Stage stage;
    private final List<Visit> visits = new ArrayList<>();

    Visits(Stage stage) {
        this.stage = stage;
    }

    DemoCity city() {
        return stage.city();
    }

    /** The city's API, for what a page is compared with and what a story has to put right. */
    Stage stage() {
        return stage;
    }

    /** A visitor who has not signed in. */
    Visit stranger(Language language) {
        return begun(Visit.begin(stage, language));
    }

    /** A visitor signed in with a demo account. */
    Visit of(String user, Language language) {
        return begun(Visit.signedIn(stage, language, user));
    }

    private Visit begun(Visit visit) {
        visits.add(visit);
        return visit;
    }

    /** Fails where a page of the story logged an error or a request failed that the story did not announce. */
    void demandQuiet() {
        visits.forEach(visit -> visit.noise().demandQuiet());
    }

    /** Keeps what every window shows, for whoever looks into the failure. */
    void keepPictures(String story) {
        for (int at = 0; at < visits.size(); at++) {
            Pictures.keepFailure(visits.get(at).page(), story + (at == 0 ? "" : "-" + at));
        }
    }

    @Override
    public void close() {
        visits.forEach(Visit::close);
    }
}
