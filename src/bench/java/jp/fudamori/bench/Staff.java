package jp.fudamori.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jp.fudamori.bench.Office.NewAccount;
import jp.fudamori.demo.SyntheticInstitutions;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.Qualification;

/** The people of a run: for each client of the driver some clinics, a reviewer and a dispatcher. */
final class Staff {

    private static final int CLINICS_EACH = 5;

    private final List<List<Desk>> clinics = new ArrayList<>();
    private final List<Desk> reviewers = new ArrayList<>();
    private final List<Desk> dispatchers = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    private Staff() {}

    static Staff hire(Office office) {
        var staff = new Staff();
        var free = freeInstitutions();
        for (int i = 0; i < Clients.COUNT; i++) {
            var client = i;
            staff.clinics.add(IntStream.range(0, CLINICS_EACH)
                    .mapToObj(clinic -> free.get(client * CLINICS_EACH + clinic))
                    .map(code -> NewAccount.clinic("bench-" + code, code))
                    .map(account -> new Desk(account, office.logIn(account)))
                    .toList());
            staff.reviewers.add(desk(office, "bench-reviewer" + i, "reviewer"));
            staff.dispatchers.add(desk(office, "bench-dispatch" + i, "dispatch"));
        }
        return staff;
    }

    private static Desk desk(Office office, String id, String role) {
        var account = NewAccount.staff(id, role);
        return new Desk(account, office.logIn(account));
    }

    /** Institutions that no demo account has. */
    private static List<String> freeInstitutions() {
        return SyntheticInstitutions.qualifications().stream()
                .map(Qualification::institution)
                .map(InstitutionCode::value)
                .filter(code -> !code.startsWith("13") && !code.startsWith("14"))
                .toList();
    }

    /** The clinics take turns. */
    Desk clinic(int client) {
        return clinics.get(client).get(turn.getAndIncrement() % CLINICS_EACH);
    }

    Desk reviewer(int client) {
        return reviewers.get(client);
    }

    Desk dispatcher(int client) {
        return dispatchers.get(client);
    }
}
