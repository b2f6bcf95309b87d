package jp.fudamori.demo;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.institution.Import;
import jp.fudamori.institution.InstitutionRegistry;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/** Fills an empty database with what there is to try; what is there already stays as it is. */
final class DemoData implements ApplicationRunner {

    private final DemoAccounts accounts;
    private final AccountDesk accountDesk;
    private final InstitutionRegistry registry;

    DemoData(DemoAccounts accounts, AccountDesk accountDesk, InstitutionRegistry registry) {
        this.accounts = accounts;
        this.accountDesk = accountDesk;
        this.registry = registry;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (registry.qualification(SyntheticInstitutions.TOKYO_DENTAL).isEmpty()) {
            expectAccepted(registry.importInstitutions(stream(SyntheticInstitutions.csv())));
            expectAccepted(registry.importQualifications(stream(SyntheticInstitutions.qualificationsCsv())));
        }
        accounts.openAt(accountDesk);
    }

    private static void expectAccepted(Import imported) {
        if (!imported.accepted()) {
            throw new IllegalStateException("見本の医療機関を登録できません: " + imported.refused());
        }
    }

    private static InputStream stream(String csv) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }
}
