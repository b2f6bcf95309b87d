package jp.fudamori.walk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.AccountId;
import jp.fudamori.account.Role;
import jp.fudamori.institution.CheckDigitRules;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.walk.Case.Clinic;

/** Registers institutions, and opens their accounts and those of the officers. */
final class Clinics {

    private final InstitutionRegistry registry;
    private final CheckDigitRules checkDigits;
    private final AccountDesk accounts;
    private int registered;

    Clinics(InstitutionRegistry registry, CheckDigitRules checkDigits, AccountDesk accounts) {
        this.registry = registry;
        this.checkDigits = checkDigits;
        this.accounts = accounts;
    }

    /** A new one, with no account yet. */
    Clinic register() {
        var code = code("273%06d".formatted(200001 + registered++));
        var clinic = new Clinic(code, new AccountId("clinic-" + code));
        register(clinic);
        return clinic;
    }

    Clinic withAccount(Clinic clinic) {
        open(clinic.id, Set.of(Role.CLINIC), Optional.of(clinic.code));
        clinic.hasAccount = true;
        return clinic;
    }

    /** The registry learns a new address; whatever an officer has seen of it is out of date. */
    void move(Clinic clinic) {
        clinic.version++;
        clinic.address++;
        register(clinic);
    }

    void openOfficers() {
        Dice.OFFICERS.forEach(id -> open(id, Set.of(Role.REVIEWER, Role.SUPERVISOR, Role.DISPATCH), Optional.empty()));
    }

    private void register(Clinic clinic) {
        var csv = """
                医療機関コード,名称,分類,郵便番号,所在地,電話番号,登録日
                %s,歩道橋歯科,2,530-0001,大阪府大阪市北区梅田一丁目%d番1号,06-1234-5678,2020-04-01
                """.formatted(clinic.code, clinic.address + 1);
        assertThat(registry.importInstitutions(new ByteArrayInputStream(csv.getBytes(UTF_8)))
                        .accepted())
                .isTrue();
    }

    private void open(AccountId id, Set<Role> roles, Optional<InstitutionCode> institution) {
        accounts.open(new Account(id, id.value(), id + "@example.jp", roles, institution), "Correct-Horse-9-Battery");
    }

    private InstitutionCode code(String body) {
        return IntStream.range(0, 10)
                .mapToObj(digit -> new InstitutionCode(body + digit))
                .filter(checkDigits::agree)
                .findFirst()
                .orElseThrow();
    }
}
