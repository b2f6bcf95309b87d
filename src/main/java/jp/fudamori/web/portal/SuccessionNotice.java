package jp.fudamori.web.portal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.fudamori.account.Account;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.succession.Succession;
import jp.fudamori.succession.Succession.State;
import jp.fudamori.succession.SuccessionDesk;
import org.springframework.stereotype.Component;

/** What a clinic is told at home about the code that it had, or about the one that it takes over. */
@Component
class SuccessionNotice {

    private final SuccessionDesk desk;

    SuccessionNotice(SuccessionDesk desk) {
        this.desk = desk;
    }

    List<String> of(Account account) {
        return account.institution().stream()
                .flatMap(code -> Stream.of(
                        desk.of(code).flatMap(SuccessionNotice::toOld),
                        desk.to(code).flatMap(SuccessionNotice::toNew)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> toOld(Succession found) {
        if (found.state() == State.SUCCEEDING) {
            return Optional.of("医療機関コードの承継: この医療機関コードの電子証明書は、%sまで使えます。新しい医療機関コード（%s）で登録し、発行を申請してください。"
                    .formatted(
                            JapaneseDates.day(found.transitionUntil().orElseThrow()),
                            found.ending()
                                    .successor()
                                    .map(InstitutionCode::value)
                                    .orElse("")));
        }
        return found.state() == State.CLOSING
                ? Optional.of("医療機関の廃止: この医療機関コードの電子証明書は、%sの終わりに失効します。"
                        .formatted(JapaneseDates.day(found.ending().closedOn())))
                : Optional.empty();
    }

    private static Optional<String> toNew(Succession found) {
        return found.state() == State.SUCCEEDING
                ? Optional.of("医療機関コードの承継: これまでの医療機関コード（%s）の電子証明書は、%sまで使えます。それまでに、新しい電子証明書に切り替えてください。"
                        .formatted(
                                found.code(),
                                JapaneseDates.day(found.transitionUntil().orElseThrow())))
                : Optional.empty();
    }
}
