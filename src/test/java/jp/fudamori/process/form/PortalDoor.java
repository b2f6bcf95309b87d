package jp.fudamori.process.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.fudamori.Client;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.process.form.FormStages.Stage;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.web.util.HtmlUtils;

/** A form as its page in the portal takes it: everything is text, and what is left out is not sent. */
final class PortalDoor {

    /** What the portal begins with a form of its own; the others begin on pages, or in Tasklist only. */
    private static final Set<String> BEGUN_HERE =
            Set.of("qualification-application", "application-cancellation", "qualification-withdrawal");

    private final Person who;
    private final Client client;
    private final String path;
    private final String csrf;

    private PortalDoor(Person who, Client client, String path) {
        this.who = who;
        this.client = client;
        this.path = path;
        this.csrf = Client.csrf(client.getPage(path).body());
    }

    /** Empty where the portal has no page for the form; a step that lies with nobody is claimed first. */
    static Optional<PortalDoor> of(Stage stage, int port, ProcessEngine engine) {
        var id = stage.path().substring(stage.path().lastIndexOf('/') + 1);
        var isTask = stage.path().startsWith("task/");
        if (!isTask && !BEGUN_HERE.contains(id)) {
            return Optional.empty();
        }
        var who = stage.who();
        if (isTask) {
            engine.getTaskService().setAssignee(id, who.id().value());
        }
        var client = Client.portal(port, who.account().mail(), Participants.PASSWORD);
        return Optional.of(new PortalDoor(who, client, isTask ? "/tasks/" + id : "/" + id));
    }

    /** Id of the account that is before the form. */
    String who() {
        return who.id().value();
    }

    /** Of what a form can send at all, every fourth for each field: the rules are those of the other doors. */
    Stream<WrongInput> some(List<WrongInput> wrongs) {
        return wrongs.stream()
                .filter(PortalDoor::canSend)
                .collect(Collectors.groupingBy(WrongInput::key, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(ofKey -> IntStream.range(0, ofKey.size())
                        .filter(index -> index % 4 == 0)
                        .mapToObj(ofKey::get));
    }

    /** Expects the page again with a sentence at the field. */
    void refuses(WrongInput wrong, SoftAssertions softly) {
        var answer = post(wrong.sent());
        softly.assertThat(answer.statusCode())
                .as("%s in the portal: %s", wrong.what(), summary(answer))
                .isEqualTo(422);
        softly.assertThat(summary(answer))
                .as(wrong.what())
                .contains(wrong.label())
                .contains("href=\"#" + wrong.key() + "\"")
                .containsPattern("[ぁ-ん]");
    }

    /** Texts, in full pairs of surrogates; a body beyond the limit is turned away unread. */
    private static boolean canSend(WrongInput wrong) {
        return wrong.sent().get(wrong.key()) instanceof String text
                && StandardCharsets.UTF_8.newEncoder().canEncode(text)
                && text.length() < 100_000;
    }

    void namesWhatIsMissing(Iterable<String> labels) {
        var answer = post(Map.of());
        assertThat(answer.statusCode()).as(summary(answer)).isEqualTo(422);
        assertThat(summary(answer)).contains(labels).contains("必須項目");
    }

    private HttpResponse<String> post(Map<String, Object> values) {
        var fields = new HashMap<String, String>();
        values.forEach((key, value) -> fields.put(key, String.valueOf(value)));
        fields.put("_token", UUID.randomUUID().toString());
        return client.postForm(path, fields, csrf);
    }

    private static String summary(HttpResponse<String> answer) {
        var summary = answer.body().replaceAll("(?s).*<div[^>]* class=\"summary\"(.*?)</div>.*", "$1");
        return HtmlUtils.htmlUnescape(summary);
    }
}
