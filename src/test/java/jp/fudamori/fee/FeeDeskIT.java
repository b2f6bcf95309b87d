package jp.fudamori.fee;

import static jp.fudamori.fee.FeeSlice.CLINIC;
import static jp.fudamori.fee.FeeSlice.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Instant;
import java.time.LocalDate;
import jp.fudamori.DatabaseContents;
import jp.fudamori.account.AccountId;
import jp.fudamori.common.Refusal;
import jp.fudamori.fee.FeeSlice.FeeSteps;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.Qualification.PaymentMethod;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FeeTest
class FeeDeskIT {

    private static final String APPLICATION = "20261120-00001";
    private static final String LINE = "20261120-00001-01";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Autowired
    FeeDesk desk;

    @Autowired
    CancellationDesk cancellations;

    @Autowired
    FeeSteps steps;

    @Autowired
    JdbcClient jdbc;

    private InstitutionCode institution;

    @BeforeEach
    void setUp() {
        steps.startAfresh();
        steps.standAt(2026, 11, 20);
        institution = steps.institution("2739900021", "大阪歯科", PaymentMethod.DEDUCTION);
    }

    @Test
    void aConsentProvesTheExactTextThePriceTheTimeAndThePerson() {
        desk.keepConsent(APPLICATION, desk.consentOf(FeeKind.NEW_ISSUE, CLINIC));

        var text = desk.consentText(FeeKind.NEW_ISSUE);
        assertThat(text.text()).contains("1枚あたり1,500円（税込）").doesNotContain("{");
        assertThat(text.hash()).hasSize(64);
        assertThat(desk.consent(APPLICATION))
                .hasValueSatisfying(consent -> assertThat(consent)
                        .returns("2026-11-01", Consent::textVersion)
                        .returns(text.hash(), Consent::textHash)
                        .returns(1500, Consent::amountYen)
                        .returns(CLINIC, Consent::by)
                        .returns(Instant.parse("2026-11-20T01:00:00Z"), Consent::at)
                        .returns(Consent.Channel.PORTAL, Consent::channel));
        assertThat(DatabaseContents.audited("fee-consented", APPLICATION, jdbc)).isOne();
    }

    @Test
    void aConsentByTelephoneNamesTheCallerAndWhoTookTheCall() {
        desk.keepConsent(APPLICATION, desk.consentOf(FeeKind.NEW_ISSUE, SUPERVISOR, new PhoneCall("事務長 髙﨑 花子")));

        assertThat(desk.consent(APPLICATION))
                .hasValueSatisfying(consent -> assertThat(consent)
                        .returns(SUPERVISOR, Consent::by)
                        .returns(Consent.Channel.PHONE, Consent::channel)
                        .extracting(kept -> kept.call().orElseThrow().callerName())
                        .isEqualTo("事務長 髙﨑 花子"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "花子\u0007", " 花子"})
    void aCallerHasAName(String name) {
        assertThatThrownBy(() -> new PhoneCall(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherPriceIsAnotherTextWithAnotherHash() {
        var before = desk.consentText(FeeKind.NEW_ISSUE);
        steps.standAt(2028, 1, 1);

        assertThat(desk.consentText(FeeKind.NEW_ISSUE).text()).contains("1,800円");
        assertThat(desk.consentText(FeeKind.NEW_ISSUE).hash()).isNotEqualTo(before.hash());
        assertThatThrownBy(() -> desk.requireTodaysText(FeeKind.NEW_ISSUE, before.text()))
                .hasMessageContaining("改められました")
                .asInstanceOf(type(Refusal.class))
                .returns(FeeReason.CONSENT_TEXT_CHANGED, Refusal::reason);
    }

    @Test
    void aDayWithoutAPriceIsRefusedAndNeverFree() {
        steps.standAt(2026, 3, 31);

        assertThatThrownBy(() -> desk.consentOf(FeeKind.NEW_ISSUE, CLINIC))
                .asInstanceOf(type(Refusal.class))
                .returns(FeeReason.FEE_NOT_SCHEDULED, Refusal::reason);
    }

    @Test
    void aFeeIsWhatWasAgreedToThoughThePriceRoseMeanwhile() {
        steps.standAt(2027, 12, 28);
        desk.keepConsent(APPLICATION, desk.consentOf(FeeKind.NEW_ISSUE, CLINIC));
        steps.standAt(2028, 1, 5);

        desk.post(APPLICATION, LINE, institution);

        assertThat(desk.fee(LINE)).map(Fee::amountYen).contains(1500);
    }

    @Test
    void aFeeWithoutConsentIsRefused() {
        assertThatThrownBy(() -> desk.post(APPLICATION, LINE, institution))
                .asInstanceOf(type(Refusal.class))
                .returns(FeeReason.CONSENT_MISSING, Refusal::reason);
        assertThat(steps.count("fee")).isZero();
    }

    @Test
    void twentyPostingsAtOnceMakeOneFee() throws Exception {
        desk.keepConsent(APPLICATION, desk.consentOf(FeeKind.NEW_ISSUE, CLINIC));

        steps.twentyTimes(() -> desk.post(APPLICATION, LINE, institution));

        assertThat(steps.count("fee where reference = '" + LINE + "'")).isOne();
        assertThat(DatabaseContents.audited("fee-posted", LINE, jdbc)).isOne();
    }

    @Test
    void aFeeIsWithdrawnByTheProcessOnceAndTheFirstReasonStands() {
        steps.post(institution, APPLICATION, 1, DAY);

        cancellations.withdraw(LINE, "更新の取消しのため");
        cancellations.withdraw(LINE, "二度目");
        cancellations.cancel(LINE, "職員による取消し", SUPERVISOR);

        assertThat(jdbc.sql("select reason || ' ' || recorded_by from fee where kind = 'REVERSED'")
                        .query(String.class)
                        .list())
                .containsExactly("更新の取消しのため process");
        assertThat(DatabaseContents.audited("fee-cancelled", LINE, jdbc)).isOne();
        assertThat(desk.fee(LINE)).flatMap(Fee::cancelledOn).contains(DAY);
    }

    @Test
    void twentyCancellationsAtOnceTakeTheFeeBackOnce() throws Exception {
        steps.post(institution, APPLICATION, 1, DAY);

        steps.twentyTimes(() -> cancellations.cancel(LINE, "二重申請のため", SUPERVISOR));

        assertThat(jdbc.sql("""
                        select r.amount_yen || ' ' || r.reason || ' ' || r.recorded_by || ' ' || p.kind
                          from fee r join fee p on p.entry_id = r.reverses
                         where r.reference = :line and r.kind = 'REVERSED'
                        """).param("line", LINE).query(String.class).list())
                .containsExactly("-1500 二重申請のため supervisor-a POSTED");
        assertThat(DatabaseContents.audited("fee-cancelled", LINE, jdbc)).isOne();
        assertThat(desk.fee(LINE)).map(Fee::amountYen).contains(1500);
    }

    @Test
    void aCancelledFeeIsNotPostedAgain() {
        steps.post(institution, APPLICATION, 1, DAY);
        cancellations.cancel(LINE, "誤り", SUPERVISOR);

        steps.post(institution, APPLICATION, 1, DAY);

        assertThat(jdbc.sql("select sum(amount_yen) from fee")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void onlyStaffCancelAndOnlyWhatWasPosted() {
        steps.post(institution, APPLICATION, 1, DAY);

        refusesToCancel(LINE, "不要", CLINIC, FeeReason.NOT_STAFF);
        refusesToCancel(LINE, "不要", new AccountId("nobody"), FeeReason.NOT_STAFF);
        refusesToCancel("20261120-00009-01", "誤り", SUPERVISOR, FeeReason.FEE_NOT_POSTED);
        assertThat(steps.count("fee")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "一行目\n二行目", "<b>", "\u202Eあ", "あ\u0000"})
    void aCancellationNeedsAReasonThatCanBePrinted(String reason) {
        steps.post(institution, APPLICATION, 1, DAY);

        refusesToCancel(LINE, reason, SUPERVISOR, FeeReason.REASON_NOT_ALLOWED);
        refusesToCancel(LINE, "あ".repeat(201), SUPERVISOR, FeeReason.REASON_NOT_ALLOWED);
        assertThat(steps.count("fee")).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update fee set amount_yen = 1",
                "delete from fee",
                "truncate fee cascade",
                "update fee_consent set amount_yen = 1",
                "delete from fee_consent",
                "truncate fee_consent cascade",
                "update fee_month set closed_by = 'x'",
                "delete from fee_statement",
            })
    void nothingIsChangedOrDeletedAfterwards(String sql) {
        steps.post(institution, APPLICATION, 1, DAY);

        assertThatThrownBy(() -> jdbc.sql(sql).update()).hasMessageContaining("append-only");
        assertThat(desk.fee(LINE)).map(Fee::amountYen).contains(1500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'POSTED', 1500, null, null",
                "'POSTED', -1500, null, null",
                "'REVERSED', 1500, (select entry_id from fee), '理由'",
                "'REVERSED', -1500, null, '理由'",
                "'REVERSED', -1500, (select entry_id from fee), null",
                "'WAIVED', 1500, null, null",
            })
    void theDatabaseItselfRefusesAnEntryThatCannotBe(String entry) {
        steps.post(institution, APPLICATION, 1, DAY);

        assertThatThrownBy(
                        () -> jdbc.sql("""
                        insert into fee (reference, consent_reference, institution_code, payment_method, posted_on,
                               statement_month, recorded_by, kind, amount_yen, reverses, reason)
                        select '%s', '%s', '2739900021', 'DEDUCTION', '2026-11-20', '2026-11-01', 'x', %s
                        """.formatted(LINE, APPLICATION, entry)).update())
                .hasMessageContaining("violates");
        assertThat(steps.count("fee")).isOne();
    }

    private void refusesToCancel(String reference, String reason, AccountId by, FeeReason because) {
        assertThatThrownBy(() -> cancellations.cancel(reference, reason, by))
                .asInstanceOf(type(Refusal.class))
                .returns(because, Refusal::reason)
                .extracting(Refusal::getMessage)
                .asString()
                .containsPattern("[ぁ-ん]");
    }
}
