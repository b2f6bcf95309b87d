package jp.fudamori.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.web.bind.annotation.RequestMethod.POST;

import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.fudamori.Client;
import jp.fudamori.IssuedApplications;
import jp.fudamori.IssuedLetters;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Each address of the server with somebody's id in it, asked for by another clinic: the answer is that to an id that
 * does not exist, letter for letter. An address that is new needs a line here.
 */
@ServerTest
class ForeignIdsIT {

    private static final String NO_TASK = "00000000-0000-0000-0000-000000000000";

    /** What names nothing of any institution, or is itself the secret that opens it. */
    private static final Set<String> EVERYBODYS = Set.of(
            "/{process:qualification-application|application-cancellation|qualification-withdrawal}",
            "/announcements/{number:\\d{1,9}}",
            "/announcements/edit/{number:\\d{1,9}}",
            "/announcements/edit/{number:\\d{1,9}}/withdraw",
            "/api/calendar/days/{date}",
            "/articles/{number}",
            "/articles/{number}/edit",
            "/calendar/{token}.ics",
            "/documents/{name}.pdf",
            "/uploads/{key}",
            "/pki/ca/{issuer:[a-z0-9-]+}.cer",
            "/pki/crl/{issuer:[a-z0-9-]+}.crl",
            "/pki/crl/{issuer:[a-z0-9-]+}/{shard:[0-9]{1,2}}.crl");

    @LocalServerPort
    int port;

    @Autowired
    Participants people;

    @Autowired
    IssuedApplications applications;

    @Autowired
    IssuedLetters letters;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private Person owner;
    private Person other;

    /** Pattern to what exists of the owner. */
    private Map<String, String> ids;

    @BeforeEach
    void setUp() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
        owner = people.clinic();
        other = people.clinic();
        var submitted = applications.number(applications.submitted(owner)).value();
        var draft = applications.entered(owner);
        var task = owner.taskId(draft, "confirmApplication");
        ids = new HashMap<>(Map.of(
                "/status/{number}", submitted,
                "/status/{number}/picture", submitted,
                "/status/{number}/lookup-code", submitted,
                "/api/applications/{number}", submitted,
                "/certificate-application/submitted/{number}", submitted,
                "/certificate-application/{taskId}/ok", task,
                "/tasks/{id}", task,
                "/cases/{id}", draft.getId()));
        ids.put(
                "/api/qualifications/{number}",
                applications.qualification(owner).value());
        var issued = letters.issued(owner, 1) + "-01";
        for (var turn : List.of("loss", "renewal", "revocation")) {
            ids.put("/certificates/{line}/" + turn, issued);
        }
        staffOnly(issued);
    }

    private void staffOnly(String issued) {
        ids.put("/api/accounts/{id}/closed", owner.id().value());
        ids.put("/api/accounts/{id}/second-factor", owner.id().value());
        ids.put("/api/letters/{number}", letters.posted(owner).value());
        ids.put("/api/letters/batches/{number}", "1");
        ids.put("/api/letters/batches/{number}/letters", "1");
        ids.put("/api/letters/batches/{number}/posting-list", "1");
        ids.put("/api/fees/{reference}/cancellation", issued);
        ids.put("/api/fees/months/{month}/closing", "2026-11");
        for (var file : List.of("deduction.csv", "invoice.csv", "summary.pdf", "slips/{part}.pdf")) {
            ids.put("/api/fees/months/{month}/" + file, "2026-11");
        }
    }

    @Test
    void eachAddressWithAnIdHasALine() {
        var unknown = new TreeSet<>(addresses().map(Address::pattern).toList());
        unknown.removeAll(EVERYBODYS);
        unknown.removeAll(ids.keySet());

        assertThat(unknown)
                .as("each needs a line in EVERYBODYS or in ids, else nobody tries another clinic's id on it")
                .isEmpty();
    }

    @Test
    void anotherClinicsIdIsAnsweredAsOneThatDoesNotExist() {
        var page = Client.portal(port, other.account().mail(), Participants.PASSWORD);
        var csrf = Client.csrf(page.getPage("/status").body());
        var program = other.basic(port);
        var softly = new SoftAssertions();

        addresses().filter(address -> ids.containsKey(address.pattern())).forEach(address -> {
            var id = ids.get(address.pattern());
            var none = id.contains("-") && id.length() == NO_TASK.length()
                    ? NO_TASK
                    : id.replaceAll("\\d{4}(-\\d\\d)?$", "9999$1");
            var client = address.pattern().startsWith("/api/") ? program : page;
            var foreign = address.ask(client, id, csrf);
            var missing = address.ask(client, none, csrf);
            softly.assertThat(foreign.statusCode()).as(address.toString()).isIn(403, 404);
            softly.assertThat(plain(foreign, id)).as(address.toString()).isEqualTo(plain(missing, none));
            softly.assertThat(foreign.headers().map().keySet())
                    .as(address.toString())
                    .isEqualTo(missing.headers().map().keySet());
        });

        softly.assertAll();
    }

    @Test
    void theOwnersIdIsAnswered() {
        var page = Client.portal(port, owner.account().mail(), Participants.PASSWORD);

        for (var pattern : List.of("/status/{number}", "/tasks/{id}", "/certificate-application/{taskId}/ok")) {
            assertThat(page.getPage(Address.path(pattern, ids.get(pattern))).statusCode())
                    .as(pattern)
                    .isEqualTo(200);
        }
    }

    private Stream<Address> addresses() {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(ForeignIdsIT::addresses)
                .filter(address -> address.pattern().contains("{"));
    }

    private static Stream<Address> addresses(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        return mapping.getPatternValues().stream()
                .flatMap(pattern -> methods.stream().map(method -> new Address(method, pattern)));
    }

    /** Without what differs from one answer to the next. */
    private static String plain(HttpResponse<String> answer, String id) {
        return answer.statusCode()
                + " "
                + answer.body()
                        .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
                        .replace(id, "");
    }

    private record Address(RequestMethod method, String pattern) {

        HttpResponse<String> ask(Client client, String id, String csrf) {
            var path = path(pattern, id);
            if (pattern.startsWith("/api/")) {
                return client.call(method.name(), path, "");
            }
            return method == POST ? client.postForm(path, Map.of("_token", NO_TASK), csrf) : client.getPage(path);
        }

        static String path(String pattern, String id) {
            return pattern.replaceFirst("\\{[^}]+}", id).replaceAll("\\{[^}]+}", "1");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }
}
