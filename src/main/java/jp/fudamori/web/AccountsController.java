package jp.fudamori.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.security.Principal;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.AccountId;
import jp.fudamori.account.AccountImport;
import jp.fudamori.account.ClosingDesk;
import jp.fudamori.account.MigrationDesk;
import jp.fudamori.account.Role;
import jp.fudamori.account.SecondFactorDesk;
import jp.fudamori.institution.InstitutionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/accounts")
@Tag(name = "利用者")
class AccountsController {

    private final AccountDesk desk;
    private final SecondFactorDesk secondFactor;
    private final MigrationDesk migration;
    private final ClosingDesk closing;

    AccountsController(AccountDesk desk, SecondFactorDesk secondFactor, MigrationDesk migration, ClosingDesk closing) {
        this.closing = closing;
        this.desk = desk;
        this.migration = migration;
        this.secondFactor = secondFactor;
    }

    @Operation(summary = "利用者を登録する（システム管理者）")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    void open(@RequestBody NewAccount account) {
        if (!Boolean.FALSE.equals(account.mustChangePassword())) {
            desk.openWithGivenPassword(account.account(), account.password());
        } else {
            desk.open(account.account(), account.password());
        }
    }

    @Operation(summary = "旧サイトのアカウント（CSV）を取り込む")
    @ApiResponse(responseCode = "200", description = "全行を取り込んだ")
    @ApiResponse(responseCode = "422", description = "受け付けられない行があり、1行も取り込んでいない")
    @PostMapping(path = "/migrated", consumes = "text/csv", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AccountImport> importMigrated(InputStream csv, Principal administrator) {
        var report = migration.importAccounts(csv, administrator.getName());
        return ResponseEntity.status(report.accepted() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY)
                .body(report);
    }

    @Operation(summary = "二要素認証を初期化する（認証アプリと回復コードをすべて失った利用者）")
    @DeleteMapping("/{id}/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resetSecondFactor(@PathVariable String id, Principal administrator) {
        secondFactor.reset(new AccountId(id), new AccountId(administrator.getName()));
    }

    @Operation(summary = "利用を停止する（ログインできなくなる。すでに停止しているときは何もしない）")
    @PutMapping("/{id}/closed")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable String id, Principal administrator) {
        closing.close(existing(id), new AccountId(administrator.getName()));
    }

    @Operation(summary = "停止した利用を再開する")
    @DeleteMapping("/{id}/closed")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reopen(@PathVariable String id, Principal administrator) {
        closing.reopen(existing(id), new AccountId(administrator.getName()));
    }

    private AccountId existing(String id) {
        return AccountId.parse(id)
                .filter(known -> desk.find(known).isPresent())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /**
     * @param roles the engine's groups, e.g. {@code reviewer}
     * @param institution ten digits, with the role {@code clinic} only
     * @param mustChangePassword whether the owner chooses another password at the first log-in; absent is yes
     */
    record NewAccount(
            String id,
            String name,
            String mail,
            Set<String> roles,
            @Nullable String institution,
            String password,
            @Nullable Boolean mustChangePassword) {

        NewAccount {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(mail, "mail");
            Objects.requireNonNull(password, "password");
            roles = Set.copyOf(roles);
        }

        Account account() {
            return new Account(
                    new AccountId(id),
                    name,
                    mail,
                    roles.stream().map(Role::ofGroup).collect(Collectors.toSet()),
                    Optional.ofNullable(institution).map(InstitutionCode::new));
        }

        /** Without the password, because frameworks log what they bind. */
        @Override
        public String toString() {
            return "NewAccount[" + id + "]";
        }
    }
}
