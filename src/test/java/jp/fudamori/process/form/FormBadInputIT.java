package jp.fudamori.process.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.fudamori.Client;
import jp.fudamori.DatabaseContents;
import jp.fudamori.IssuedApplications;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Registrants;
import jp.fudamori.RenewalCases;
import jp.fudamori.ServerTest;
import jp.fudamori.institution.EndingDesk;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.process.form.FormStages.Stage;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Every field of every form × everything wrong that can be sent for it, in turn through the two doors of the engine's
 * REST interface and through Tasklist's, and some of it for each field on the pages of the portal: each is refused in
 * Japanese by the name of the field, and changes nothing. What is legitimate but unusual is taken, in its one spelling.
 */
@ServerTest
class FormBadInputIT {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII) // half a surrogate pair cannot be sent otherwise
            .build();
    private static final Set<String> DISPLAY_ONLY = Set.of("text", "html", "image", "spacer", "separator");
    private static final String TASKLIST = "/camunda/api/engine/engine/default/";
    private static final String REST = "/engine-rest/";

    @LocalServerPort
    int port;

    @Autowired
    Participants people;

    @Autowired
    IssuedApplications applications;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ProcessEngine engine;

    @Autowired
    InstitutionRegistry registry;

    @Autowired
    JavaMailSenderImpl mailSender;

    @Autowired
    Registrants registrants;

    @Autowired
    RenewalCases renewals;

    @Autowired
    EndingDesk endings;

    FormStages stages;

    @BeforeEach
    void setUp() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
        stages = new FormStages(
                people,
                applications,
                new RefusedMails(engine, mailSender),
                registrants,
                List.of(
                        new LetterStages(people, applications, engine, registry, jdbc).all(),
                        new LaterStages(people, renewals, endings, engine, jdbc).all()));
    }

    static Stream<String> forms() {
        return Stream.of(new File("forms").list((dir, name) -> name.endsWith(".form")))
                .map(name -> name.replace(".form", ""))
                .sorted();
    }

    @Test
    void everyFormHasAStage() {
        assertThat(stages.forms())
                .as("each form needs a line in FormStages, else nobody tries wrong values on it")
                .containsExactlyInAnyOrderElementsOf(forms().toList());
    }

    /** One task for each form: what is refused leaves it as it was, so that it can still be completed in the end. */
    @ParameterizedTest
    @MethodSource("forms")
    void refusesWhatIsWrongChangesNothingAndTakesWhatIsUnusual(String form) {
        var stage = stages.of(form);
        var doors = doors(stage);
        var before = DatabaseContents.of(jdbc);

        var wrongs = WrongInput.of(components(form).toList(), stage).toList();
        refuses(wrongs, doors);
        namesWhatIsMissing(form, doors);
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
        PortalDoor.of(stage, port, engine).ifPresent(portal -> refuses(form, wrongs, portal));

        takesWhatIsUnusual(form, stage, doors.get(0));
    }

    /** The portal keeps what was typed as a draft, and nothing else. */
    private void refuses(String form, List<WrongInput> wrongs, PortalDoor portal) {
        var before = DatabaseContents.of(jdbc);
        var softly = new SoftAssertions();
        portal.some(wrongs).forEach(wrong -> portal.refuses(wrong, softly));
        softly.assertAll();
        var labels = required(form).map(FormField::labelOf).toList();
        if (!labels.isEmpty()) {
            portal.namesWhatIsMissing(labels);
        }
        jdbc.sql("delete from task_draft where account_id = :who")
                .param("who", portal.who())
                .update();
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    private static void refuses(List<WrongInput> wrongs, List<Door> doors) {
        var softly = new SoftAssertions();
        for (int index = 0; index < wrongs.size(); index++) {
            var wrong = wrongs.get(index);
            var answer = doors.get(index % doors.size()).post(wrong.sent());
            softly.assertThat(answer.statusCode())
                    .as("%s: %s", wrong.what(), answer.body())
                    .isEqualTo(400);
            softly.assertThat(message(answer)).contains(wrong.label()).containsPattern("[ぁ-ん]");
            softly.assertThat(fields(answer)).as(wrong.what()).containsExactly(wrong.key());
        }
        softly.assertAll();
    }

    private static void namesWhatIsMissing(String form, List<Door> doors) {
        var labels = required(form).map(FormField::labelOf).toList();
        if (labels.isEmpty()) {
            return;
        }
        assertThat(doors).allSatisfy(door -> {
            var answer = door.post(Map.of());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(message(answer)).contains(labels).contains("必須項目");
        });
    }

    private void takesWhatIsUnusual(String form, Stage stage, Door door) {
        var sent = new HashMap<String, Object>(stage.valid());
        var stored = new HashMap<String, String>();
        texts(form)
                .filter(component -> sent.containsKey(component.get("key").asText()))
                .forEach(component -> unusual(component, sent, stored));
        shown(form, stage).forEach(sent::putIfAbsent);

        var answer = door.post(sent);

        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 204);
        assertThat(stored.values())
                .allSatisfy(text -> assertThat(isStored(text)).as(text).isTrue());
    }

    /** What a person may well type: a kanji outside the basic plane, a letter and its mark apart, full-width digits. */
    private static void unusual(JsonNode component, Map<String, Object> sent, Map<String, String> stored) {
        var key = component.get("key").asText();
        var valid = String.valueOf(sent.get(key));
        var normalize = component.path("properties").path("normalize").asText();
        if (normalize.equals("ascii")) {
            sent.put(key, fullWidth(valid));
            stored.put(key, valid);
        } else if (normalize.isEmpty()) {
            sent.put(key, valid + "𠮷か\u3099１\uFA19");
            stored.put(key, valid + "𠮷が１\uFA19");
        }
    }

    private static String fullWidth(String ascii) {
        return ascii.chars()
                .mapToObj(character -> String.valueOf((char) (character + 0xFEE0)))
                .collect(Collectors.joining());
    }

    private static Stream<JsonNode> components(String form) {
        try {
            var file = JSON.readTree(new File("forms", form + ".form"));
            return StreamSupport.stream(file.get("components").spliterator(), false)
                    .filter(component ->
                            !DISPLAY_ONLY.contains(component.get("type").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> required(String form) {
        return components(form)
                .filter(component -> component.path("validate").path("required").asBoolean());
    }

    private static Stream<JsonNode> texts(String form) {
        return components(form)
                .filter(component -> !WrongInput.isReadOnly(component))
                .filter(component -> component.get("type").asText().startsWith("text"));
    }

    /** What the form shows, as a client reads it before it sends it back. */
    private Map<String, Object> shown(String form, Stage stage) {
        if (stage.path().startsWith("process")) {
            return Map.of();
        }
        var variables = json(stage.who().basic(port).get(REST + stage.path() + "/form-variables"));
        return components(form)
                .filter(WrongInput::isReadOnly)
                .map(component -> component.get("key").asText())
                .collect(Collectors.toMap(
                        key -> key, key -> variables.path(key).path("value").asText()));
    }

    private boolean isStored(String text) {
        return jdbc
                .sql("select table_name from information_schema.tables where table_schema = 'fudamori'")
                .query(String.class)
                .list()
                .stream()
                .anyMatch(table -> jdbc.sql("select exists (select from fudamori.%s t where strpos(t::text, :text) > 0)"
                                .formatted(table))
                        .param("text", text)
                        .query(Boolean.class)
                        .single());
    }

    /** The three ways to send a form: two of the REST interface and Tasklist's. */
    private List<Door> doors(Stage stage) {
        var rest = stage.who().basic(port);
        return List.of(
                new Door(rest, REST + stage.path() + "/submit-form"),
                new Door(rest, REST + stage.path() + "/" + stage.otherWay()),
                new Door(stage.who().tasklist(port), TASKLIST + stage.path() + "/submit-form"));
    }

    private static String message(HttpResponse<String> answer) {
        return json(answer).path("message").asText();
    }

    private static List<String> fields(HttpResponse<String> answer) {
        return json(answer).path("fields").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private record Door(Client client, String path) {

        HttpResponse<String> post(Map<String, Object> values) {
            var variables = new HashMap<String, Object>();
            values.forEach((key, value) -> {
                var typeless = new HashMap<String, Object>();
                typeless.put("value", value);
                variables.put(key, typeless);
            });
            try {
                return client.post(path, JSON.writeValueAsString(Map.of("variables", variables)));
            } catch (JsonProcessingException e) {
                throw new AssertionError(e);
            }
        }
    }
}
