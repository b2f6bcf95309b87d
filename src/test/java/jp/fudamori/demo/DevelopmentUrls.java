package jp.fudamori.demo;

/** Addresses of a development server, for people and scripts. */
record DevelopmentUrls(
        String web,
        String tasklist,
        String cockpit,
        String admin,
        String engineRest,
        String apiDocs,
        String download,
        String renewal,
        String health,
        String mail,
        String mailJson) {

    static DevelopmentUrls of(DevelopmentPorts ports) {
        var web = "http://localhost:" + ports.web();
        var mail = "http://localhost:" + ports.mailPage();
        return new DevelopmentUrls(
                web,
                web + "/camunda/app/tasklist/",
                web + "/camunda/app/cockpit/",
                web + "/camunda/app/admin/",
                web + "/engine-rest",
                web + "/v3/api-docs",
                "http://localhost:%d/download".formatted(ports.download()),
                "https://localhost:%d/renewal".formatted(ports.downloadTls()),
                "http://localhost:%d/actuator/health".formatted(ports.management()),
                mail + "/",
                mail + "/mails.json");
    }
}
