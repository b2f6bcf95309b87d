package jp.fudamori.demo;

import static jp.fudamori.demo.JourneyWorld.DISPATCH;

/** What the post tells about one registered item, as the dispatch staff hands it in: one event a file. */
final class TrackingFile {

    private final JourneyCase application;
    private final String number;
    private String postedOn = "";

    /** @param number with its check digit, {@code 310-00-00001-0} */
    TrackingFile(JourneyCase application, String number) {
        this.application = application;
        this.number = number;
    }

    String number() {
        return number;
    }

    /**
     * Hands in an event of today.
     *
     * @param reason of a return; else empty
     */
    void send(String kind, String reason) {
        var file = "書留番号,差出日,種別,年月日,時刻,理由%n%s,%s,%s,%s,,%s%n"
                .formatted(number, postedOn(), kind, application.today(), reason);
        var report = application.world().clients().web(DISPATCH).postCsv("/api/letters/tracking-events", file);
        Expect.same("取り込んだ追跡記録", 1, report.path("added").asInt());
    }

    /** The day of posting belongs to the number, which the post uses again after years. */
    private String postedOn() {
        if (postedOn.isEmpty()) {
            postedOn = application.status().path("letter").path("postedOn").asText();
        }
        return postedOn;
    }
}
