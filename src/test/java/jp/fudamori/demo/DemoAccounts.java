package jp.fudamori.demo;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The people of the development server: three clinics, the office, and the administrator whom the server makes. */
final class DemoAccounts {

    private static final List<Person> PEOPLE = List.of(
            Person.ofClinic("clinic1", "1330100016", "歯科（利用申請あり）"),
            Person.ofClinic("clinic2", "1430100016", "歯科（利用申請あり）"),
            Person.ofClinic("clinic3", "2730100019", "歯科（利用申請なし）"),
            Person.ofOffice("reviewer1", "reviewer", "審査 一子"),
            Person.ofOffice("reviewer2", "reviewer", "審査 二郎"),
            Person.ofOffice("supervisor1", "supervisor", "責任 一"),
            Person.ofOffice("dispatch1", "dispatch", "発送 一美"),
            Person.ofOffice("operator1", "operator", "運用 一樹"),
            Person.ofOffice("analyst1", "analyst", "分析 一葉"));

    private final List<DemoAccount> all;

    DemoAccounts(DevelopmentSecrets secrets) {
        var administrator = new DemoAccount(
                "admin",
                secrets.read(DevelopmentSecrets.ADMINISTRATOR_PASSWORD),
                List.of("camunda-admin"),
                null,
                "システム管理者");
        all = Stream.concat(PEOPLE.stream().map(person -> person.account(secrets)), Stream.of(administrator))
                .toList();
    }

    List<DemoAccount> all() {
        return all;
    }

    DemoAccount find(String id) {
        return all.stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private record Person(String id, String group, @Nullable String institution, String name) {

        static Person ofClinic(String id, String institution, String name) {
            return new Person(id, "clinic", institution, name);
        }

        static Person ofOffice(String id, String group, String name) {
            return new Person(id, group, null, name);
        }

        DemoAccount account(DevelopmentSecrets secrets) {
            return new DemoAccount(id, secrets.passwordOf(id), List.of(group), institution, name);
        }
    }
}
