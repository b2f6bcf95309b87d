package jp.fudamori.process.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import jp.fudamori.TrackingNumbers;
import jp.fudamori.account.Role;
import jp.fudamori.notice.Letter;
import jp.fudamori.notice.PostedLetter;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** A letter that comes back: it travels again, or is void. */
class ReturnedLetterIT extends LettersUnderWay {

    @Test
    void postsAReturnedLetterAgainToTheNewAddress() {
        var first = TrackingNumbers.next();
        var notice = posted(first);
        at(LocalDate.of(2026, 11, 30));
        returned(notice, "address-unknown");
        assertThat(notice).isWaitingAt("resolveReturnedLetter");
        assertThat(mailBody(notice, "letter-returned")).contains("あて所に尋ねあたりません");
        move(notice, "540-0008", "大阪府大阪市中央区大手前二丁目1番22号");
        assertThatThrownBy(() -> resolve(notice, "repost", false))
                .as("its seal is broken")
                .hasMessageContaining("封が切られた");

        resolve(notice, "repost", true);

        assertThat(notice).isWaitingAt("repostLetter");
        assertThat(shown(notice, "address")).isEqualTo("〒540-0008 大阪府大阪市中央区大手前二丁目1番22号");
        var second = TrackingNumbers.next();
        dispatch().complete(notice, "repostLetter", posting(second));
        assertThat(mailBody(notice, "letter-reposted")).contains(second.value());
        read(first, TODAY, "到着,2026-11-21,,");
        assertThat(letter(notice))
                .as("what the first trip was like tells nothing")
                .isInstanceOf(PostedLetter.HandedOver.class);
        record(notice, "delivered", "2026-11-30");
        assertThat(notice).isEnded().hasPassed("letterDelivered");
        assertThat(letter(notice).handover().orElseThrow().attempt()).isEqualTo(2);
        assertNothingIsLeftOf(notice);
    }

    @Test
    void endsWhenALetterThatIsToTravelAgainTurnsOutToHaveArrived() {
        var number = TrackingNumbers.next();
        var notice = posted(number);
        at(LocalDate.of(2026, 11, 30));
        returned(notice, "address-unknown");
        move(notice, "540-0010", "大阪府大阪市中央区一丁目1番1号");
        resolve(notice, "repost", true);

        read(number, TODAY, "到着,2026-11-21,,");
        assertThat(notice).as("that tells nothing new").isWaitingAt("repostLetter");
        read(number, TODAY, "配達済み,2026-11-29,,");

        assertThat(notice).isEnded().hasPassed("letterFound");
        assertThat(letter(notice)).isInstanceOf(PostedLetter.Delivered.class);
        assertNothingIsLeftOf(notice);
    }

    @Test
    void voidsAReturnedLetterWhoseAddressIsUnchanged() {
        var notice = issued.printed();
        var secrets = secrets(notice);
        post(notice, TrackingNumbers.next());
        at(LocalDate.of(2026, 11, 30));
        returned(notice, "not-collected");
        assertThat((String) shown(notice, "advice")).contains("変わっていないため");
        assertThat(shown(notice, "remaining")).isEqualTo("残り171日（2027年5月19日（水）まで）");
        assertThatThrownBy(() -> resolve(notice, "repost", true)).hasMessageContaining("所在地が差し出したときから変わっていない");

        resolve(notice, "void", true);

        assertThat(notice).isEnded().hasPassed("voidLetter", "letterVoided");
        assertThat(letter(notice)).isInstanceOf(Letter.Voided.class);
        assertThat(mails(notice, "letter-voided")).isOne();
        assertThatThrownBy(() -> download(secrets)).hasMessageContaining("無効になったため");
        assertNothingIsLeftOf(notice);
    }

    @Test
    void doesNotPostAgainWhenTheDownloadIsOver() {
        var notice = posted(TrackingNumbers.next());
        at(LocalDate.of(2027, 5, 20));
        returned(notice, "moved");
        move(notice, "540-0008", "大阪府大阪市中央区大手前二丁目1番22号");

        assertThatThrownBy(() -> resolve(notice, "repost", true)).hasMessageContaining("期限（2027年5月19日（水））を過ぎた");

        assertThat(notice).isWaitingAt("resolveReturnedLetter");
    }

    @Test
    void callsTheClinicAfterTheSecondReturn() {
        var notice = repostedTo("540-0008");
        returned(notice, "address-unknown");
        assertThat(notice).isWaitingAt("callClinic");
        assertThat(shown(notice, "phone")).isEqualTo("06-1234-5678");

        call(notice, "repost");
        var third = TrackingNumbers.next();
        postings.readBack(
                csv("通知書番号,書留番号,差出日", issued.letter(notice) + "," + third + ",2026-11-30"),
                dispatch().id());
        assertThat(notice).hasPassed("letterReposted").isWaitingAt("recordDelivery");
        returned(notice, "refused");
        call(notice, "void");

        assertThat(notice).isEnded().hasPassed("letterVoided");
        assertThat(mails(notice, "letter-returned")).isEqualTo(3);
        assertThat(mails(notice, "letter-reposted")).isEqualTo(2);
        assertNothingIsLeftOf(notice);
    }

    @Test
    void aDeliveryToldLateUndoesAReturnThatNobodyResolved() {
        var number = TrackingNumbers.next();
        var notice = posted(number);
        at(LocalDate.of(2026, 11, 30));
        returned(notice, "moved");

        read(number, TODAY, "配達済み,2026-11-24,,");

        assertThat(notice).isEnded().hasPassed("returnedLetterTracked", "letterDelivered");
    }

    @Test
    void aDeliveryToldLateUndoesASecondReturn() {
        var notice = repostedTo("540-0009");
        returned(notice, "moved");
        var posting = letter(notice).handover().orElseThrow();

        read(posting.trackingNumber(), posting.postedOn(), "配達済み,2026-11-30,,");

        assertThat(notice).isEnded().hasPassed("calledLetterTracked", "letterDelivered");
    }

    @Test
    void beginsAgainWhenTheClinicSendsTheLetterBack() {
        var number = TrackingNumbers.next();
        var notice = posted(number);
        at(LocalDate.of(2026, 11, 30));
        record(notice, "delivered", "2026-11-24");
        assertThat(notice).isEnded();

        read(number, TODAY, "返送,2026-11-30,,受取人からの返送");

        var second = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number(notice).value())
                .processDefinitionKey("notice-delivery")
                .singleResult();
        assertThat(second).hasPassed("letterSentBack").isWaitingAt("resolveReturnedLetter");
        resolve(second, "void", false);
        assertThat(second).isEnded().hasPassed("letterVoided");
        assertNothingIsLeftOf(second);
    }

    private ProcessInstance repostedTo(String postalCode) {
        var notice = posted(TrackingNumbers.next());
        at(LocalDate.of(2026, 11, 30));
        returned(notice, "address-unknown");
        move(notice, postalCode, "大阪府大阪市中央区一丁目1番1号");
        resolve(notice, "repost", true);
        dispatch().complete(notice, "repostLetter", posting(TrackingNumbers.next()));
        return notice;
    }

    private void call(ProcessInstance notice, String resolution) {
        var values = new HashMap<String, Object>(Map.of("resolution", resolution, "sealIntact", true));
        values.put("note", "院長と話した。");
        people.staff("call-centre-a", Role.CALL_CENTRE).complete(notice, "callClinic", values);
    }
}
