package jp.fudamori.account;

import static jp.fudamori.Participants.PASSWORD;
import static jp.fudamori.Registrants.NETWORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jp.fudamori.Participants;
import jp.fudamori.Registrants;
import jp.fudamori.ServerTest;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.sheet.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class MigrationDeskIT {

    @Autowired
    MigrationDesk desk;

    @Autowired
    PasswordDesk passwords;

    @Autowired
    PasswordHash hash;

    @Autowired
    LogInDesk logIn;

    @Autowired
    AccountDesk accounts;

    @Autowired
    MigratedAccounts migrated;

    @Autowired
    InstitutionRegistry registry;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Participants people;

    @Autowired
    Registrants mails;

    @Test
    void anOldPasswordLogsInOnceMoreAndMayBeKept() {
        var code = people.institutionWithoutAccount();
        var mail = mails.mail();

        var imported = imported(code + "," + mail + ",\"" + hash.of(PASSWORD) + "\"");

        assertThat(imported).isEqualTo(new AccountImport(1, 0, List.of()));
        var account = logIn.logIn(mail, PASSWORD, NETWORK).orElseThrow();
        assertThat(account.institution()).contains(code);
        assertThat(account.name()).isEqualTo(Participants.nameOf(code));
        assertThat(passwords.mustChoose(account.id())).isTrue();
        passwords.choose(account, PASSWORD);
        assertThat(passwords.mustChoose(account.id())).isFalse();
    }

    @Test
    void withoutOneTheMailLeadsIn() {
        var mail = mails.mail();
        imported(people.institutionWithoutAccount() + "," + mail + ",");

        assertThat(logIn.logIn(mail, "", NETWORK)).isEmpty();
        passwords.requestReset(mail, NETWORK + "m");
        passwords.reset(mails.token(mail), PASSWORD, NETWORK);

        assertThat(logIn.logIn(mail, PASSWORD, NETWORK)).isPresent();
    }

    @Test
    void aProvisionalAccountGivesWayToARegistration() {
        var code = people.institutionWithoutAccount();
        imported(code + "," + code + "@27,");
        var id = accounts.ofInstitution(code).map(Account::id).orElseThrow();
        var mail = mails.mail();

        mails.enter(mail, Registrants.details(code));

        assertThat(logIn.logIn(mail, PASSWORD, NETWORK).map(Account::id)).contains(id);
    }

    @Test
    void theSameFileAgainChangesNothing() {
        var row = people.institutionWithoutAccount() + "," + mails.mail() + ",";
        imported(row);

        assertThat(imported(row)).isEqualTo(new AccountImport(0, 1, List.of()));
    }

    @Test
    void oneWrongRowKeepsTheWholeFileOut() {
        var good = people.institutionWithoutAccount();
        var taken = people.clinicWithoutQualification();
        var unknown = people.unknownInstitution();
        var mail = mails.mail();

        var report = imported(
                good + "," + mail + ",",
                people.institutionWithoutAccount() + "," + mail.toUpperCase() + ",",
                taken.institution() + "," + mails.mail() + ",",
                people.institutionWithoutAccount() + "," + taken.account().mail() + ",",
                unknown + "," + mails.mail() + ",");

        assertThat(report.refused())
                .extracting(Refused::line, Refused::column)
                .containsExactly(
                        tuple(3L, "メールアドレス"), tuple(4L, "医療機関コード"), tuple(5L, "メールアドレス"), tuple(6L, "医療機関コード"));
        assertThat(accounts.ofInstitution(good)).isEmpty();
    }

    @Test
    void whoLogsInMeanwhileDoesNotWaitForTheFile() {
        var clinic = people.clinic();
        var row = people.institutionWithoutAccount() + "," + mails.mail() + ",";

        transactions.executeWithoutResult(unfinished -> {
            imported(row);
            var loggedIn = CompletableFuture.supplyAsync(
                            () -> logIn.logIn(clinic.account().mail(), PASSWORD, NETWORK))
                    .orTimeout(1, TimeUnit.MINUTES);
            assertThat(loggedIn.join()).isPresent();
        });
    }

    @Test
    void anAccountOpenedMeanwhileKeepsTheFileOut() {
        var institution = registry.find(people.institutionWithoutAccount()).orElseThrow();
        var rows = List.of(new MigratedAccount(institution.code(), mails.mail(), Optional.empty()));
        var registered = Map.of(institution.code(), institution);
        migrated.add(rows, registered);

        assertThatThrownBy(() -> migrated.add(rows, registered)).hasMessageContaining("もう一度取り込んでください");
    }

    private AccountImport imported(String... rows) {
        var csv = "医療機関コード,メールアドレス,パスワードのハッシュ\n" + String.join("\n", rows) + "\n";
        return desk.importAccounts(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "admin");
    }
}
