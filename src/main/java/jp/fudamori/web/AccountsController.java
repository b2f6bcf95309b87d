package jp.fudamori.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.AccountId;
import jp.fudamori.account.Role;
import jp.fudamori.institution.InstitutionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/accounts")
@Tag(name = "利用者")
class AccountsController {

    private final AccountDesk desk;

    AccountsController(AccountDesk desk) {
        this.desk = desk;
    }

    @Operation(summary = "利用者を登録する（システム管理者）")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    void open(@RequestBody NewAccount account) {
        desk.open(account.account(), account.password());
    }

    /**
     * @param roles the engine's groups, e.g. {@code reviewer}
     * @param institution ten digits, with the role {@code clinic} only
     */
    record NewAccount(
            String id,
            String name,
            String mail,
            Set<String> roles,
            @Nullable String institution,
            String password) {

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
