package jp.fudamori.account;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.common.DomainService;
import jp.fudamori.institution.Institution;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.sheet.Refused;
import jp.fudamori.sheet.Row;
import jp.fudamori.sheet.SheetReader;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Takes in the accounts of the old portal, the provisional ones among them. Their owners choose a password at the first
 * log-in, or by a link in a mail where none came along; for provisional ones a new registration is the only way.
 */
@DomainService
public class MigrationDesk {

    private final Accounts accounts;
    private final MigratedAccounts migrated;
    private final InstitutionRegistry registry;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    MigrationDesk(
            Accounts accounts,
            MigratedAccounts migrated,
            InstitutionRegistry registry,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.migrated = migrated;
        this.registry = registry;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Takes in a file whole, or nothing of it.
     *
     * <p>Columns: 医療機関コード {@code code}, メールアドレス {@code mail}, パスワードのハッシュ {@code password_hash} (may be blank).
     *
     * @param actor account id of who handed it in
     */
    public AccountImport importAccounts(InputStream csv, String actor) {
        var reading = SheetReader.read(MigratedAccount.SHEET, csv);
        if (!reading.accepted()) {
            return AccountImport.refused(reading.refused());
        }
        migrated.lock();
        var check = new Check(reading.rows());
        if (!check.refused.isEmpty()) {
            return AccountImport.refused(check.refused);
        }
        migrated.add(check.fresh, check.registered);
        var imported = new AccountImport(check.fresh.size(), reading.rows().size() - check.fresh.size(), List.of());
        audit.record(
                actor,
                "accounts-imported",
                "accounts",
                "added %d, same %d".formatted(imported.added(), imported.same()));
        announce(check.fresh);
        return imported;
    }

    private void announce(List<MigratedAccount> fresh) {
        var reachable = fresh.stream()
                .filter(account -> !LoginMail.isProvisional(account.mail()))
                .map(MigratedAccount::institution)
                .collect(Collectors.toSet());
        if (!reachable.isEmpty()) {
            events.publishEvent(new AccountsImported(reachable));
        }
    }

    /** Holds every row against the registry, the accounts, and the rows before it. */
    private final class Check {

        private final Map<InstitutionCode, Institution> registered;
        private final Map<InstitutionCode, Account> present;
        private final Set<String> taken;
        private final List<Refused> refused = new ArrayList<>();
        private final List<MigratedAccount> fresh = new ArrayList<>();

        Check(List<Row<MigratedAccount>> rows) {
            registered = registry
                    .find(rows.stream().map(row -> row.value().institution()).toList())
                    .stream()
                    .collect(Collectors.toMap(Institution::code, Function.identity()));
            var all = accounts.all();
            present = all.stream()
                    .filter(account -> account.institution().isPresent())
                    .collect(Collectors.toMap(account -> account.institution().orElseThrow(), Function.identity()));
            taken = all.stream().map(account -> lower(account.mail())).collect(Collectors.toCollection(HashSet::new));
            rows.forEach(this::look);
        }

        private void look(Row<MigratedAccount> row) {
            var wanted = row.value();
            var known = Optional.ofNullable(present.get(wanted.institution()));
            if (!registered.containsKey(wanted.institution())) {
                refuse(row, "医療機関コード", "登録されていない医療機関コードです。");
            } else if (known.isPresent() && !lower(known.get().mail()).equals(lower(wanted.mail()))) {
                refuse(row, "医療機関コード", "この医療機関コードのアカウントは、すでに別のメールアドレスであります。");
            } else if (known.isEmpty() && !taken.add(lower(wanted.mail()))) {
                refuse(row, "メールアドレス", "別の医療機関コードで使われているメールアドレスです。");
            } else if (known.isEmpty()) {
                fresh.add(wanted);
            }
        }

        private void refuse(Row<MigratedAccount> row, String column, String reason) {
            if (refused.size() < SheetReader.MOST_REFUSALS) {
                refused.add(new Refused(row.line(), column, reason));
            }
        }

        private static String lower(String mail) {
            return mail.toLowerCase(Locale.ROOT);
        }
    }
}
