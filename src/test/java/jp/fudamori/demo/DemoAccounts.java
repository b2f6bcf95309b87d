package jp.fudamori.demo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.AccountId;
import jp.fudamori.account.Role;
import jp.fudamori.institution.InstitutionCode;
import org.jspecify.annotations.Nullable;

/** The people of the development server: three clinics, the office, and the administrator whom the server makes. */
final class DemoAccounts {

    private static final List<Person> PEOPLE = List.of(
            Person.ofClinic("clinic1", "1330100016", "歯科（利用申請あり）"),
            Person.ofClinic("clinic2", "1430100016", "歯科（利用申請あり）"),
            Person.ofClinic("clinic3", "2730100019", "歯科（利用申請なし）"),
            new Person("reviewer1", Role.REVIEWER, null, "審査 一子"),
            new Person("reviewer2", Role.REVIEWER, null, "審査 二郎"),
            new Person("supervisor1", Role.SUPERVISOR, null, "責任 一"),
            new Person("dispatch1", Role.DISPATCH, null, "発送 一美"),
            new Person("operator1", Role.OPERATOR, null, "運用 一樹"),
            new Person("analyst1", Role.ANALYST, null, "分析 一葉"));

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
        return all().stream()
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

    private DemoAccount demo(Person person) {
        return person.demo(secrets.passwordOf(person.id()));
    }

    private record Person(String id, Role role, @Nullable String institution, String name) {

        static Person ofClinic(String id, String institution, String name) {
            return new Person(id, Role.CLINIC, institution, name);
        }

        AccountId accountId() {
            return new AccountId(id);
        }

        Account account() {
            var code = Optional.ofNullable(institution).map(InstitutionCode::new);
            return new Account(accountId(), name, id + "@example.jp", Set.of(role), code);
        }

        DemoAccount demo(String password) {
            return new DemoAccount(id, password, List.of(role.group()), institution, name);
        }
    }
}
