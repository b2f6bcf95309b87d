package jp.fudamori.demo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.AccountId;
import jp.fudamori.account.Role;
import jp.fudamori.institution.Institution;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.PointTable;
import jp.fudamori.institution.Qualification;
import org.jspecify.annotations.Nullable;

/** The people of the development server: three clinics, the office, and the administrator whom the server makes. */
final class DemoAccounts {

    private static final List<Person> PEOPLE = List.of(
            Person.of("clinic1", SyntheticInstitutions.TOKYO_DENTAL),
            Person.of("clinic2", SyntheticInstitutions.KANAGAWA_DENTAL),
            Person.of("clinic3", withoutQualification()),
            new Person("reviewer1", Role.REVIEWER, null, "審査 一子"),
            new Person("reviewer2", Role.REVIEWER, null, "審査 二郎"),
            new Person("supervisor1", Role.SUPERVISOR, null, "責任 一"),
            new Person("dispatch1", Role.DISPATCH, null, "発送 一美"),
            new Person("call1", Role.CALL_CENTRE, null, "電話 一恵"),
            new Person("operator1", Role.OPERATOR, null, "運用 一樹"),
            new Person("analyst1", Role.ANALYST, null, "分析 一葉"));

    /** Takes over from {@code clinic2} in a journey, which opens the account itself. */
    private static final Person SUCCESSOR = Person.of("clinic4", neighbourOf(SyntheticInstitutions.KANAGAWA_DENTAL));

    private static final Person ADMINISTRATOR = new Person("admin", Role.ADMINISTRATOR, null, "システム管理者");

    private final DevelopmentSecrets secrets;

    DemoAccounts(DevelopmentSecrets secrets) {
        this.secrets = secrets;
    }

    List<DemoAccount> all() {
        var administrator = ADMINISTRATOR.demo(secrets.read(DevelopmentSecrets.ADMINISTRATOR_PASSWORD));
        return Stream.concat(PEOPLE.stream().map(this::demo), Stream.of(administrator))
                .toList();
    }

    DemoAccount find(String id) {
        return Stream.concat(all().stream(), Stream.of(demo(SUCCESSOR)))
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Opens every account that is not open yet. */
    void openAt(AccountDesk desk) {
        PEOPLE.stream()
                .filter(person -> desk.find(person.accountId()).isEmpty())
                .forEach(person -> desk.open(person.account(), demo(person).password()));
    }

    /** The first institution whose 利用申請 is not on file: its application ends before it begins. */
    private static InstitutionCode withoutQualification() {
        var qualified = SyntheticInstitutions.qualifications().stream()
                .map(Qualification::institution)
                .collect(Collectors.toSet());
        return SyntheticInstitutions.all().stream()
                .map(Institution::code)
                .filter(code -> !qualified.contains(code))
                .findFirst()
                .orElseThrow();
    }

    /** Another dental one of the same prefecture. */
    private static InstitutionCode neighbourOf(InstitutionCode code) {
        return SyntheticInstitutions.all().stream()
                .filter(other -> other.pointTable() == PointTable.DENTAL)
                .map(Institution::code)
                .filter(other -> !other.equals(code) && other.prefecture() == code.prefecture())
                .findFirst()
                .orElseThrow();
    }

    private DemoAccount demo(Person person) {
        return person.demo(secrets.passwordOf(person.id()));
    }

    private record Person(String id, Role role, @Nullable InstitutionCode institution, String name) {

        static Person of(String id, InstitutionCode code) {
            var institution = SyntheticInstitutions.all().stream()
                    .filter(candidate -> candidate.code().equals(code))
                    .findFirst()
                    .orElseThrow();
            return new Person(id, Role.CLINIC, code, institution.name());
        }

        AccountId accountId() {
            return new AccountId(id);
        }

        Account account() {
            return new Account(accountId(), name, id + "@example.jp", Set.of(role), Optional.ofNullable(institution));
        }

        DemoAccount demo(String password) {
            var code = institution == null ? null : institution.value();
            return new DemoAccount(id, password, List.of(role.group()), code, name);
        }
    }
}
