package jp.fudamori.web.upload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.fudamori.account.Account;
import jp.fudamori.account.MigrationDesk;
import jp.fudamori.account.Role;
import jp.fudamori.institution.EndingDesk;
import jp.fudamori.institution.Import;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.notice.PostalReport;
import jp.fudamori.notice.PostingDesk;
import jp.fudamori.notice.TrackingDesk;
import jp.fudamori.web.upload.Upload.Outcome;
import org.springframework.stereotype.Component;

/** Every kind of file that the pages take: those of the CSV doors below {@code /api}. */
@Component
class Uploads {

    private final List<Upload> all;

    Uploads(
            InstitutionRegistry registry,
            EndingDesk endings,
            MigrationDesk migration,
            PostingDesk postings,
            TrackingDesk tracking) {
        all = List.of(
                new Upload(
                        "institutions",
                        "医療機関の登録簿",
                        "医療機関・薬局の登録内容を追加し、変わったところを更新します。",
                        List.of("医療機関コード", "名称", "分類", "郵便番号", "所在地", "電話番号", "登録日"),
                        Role.OPERATOR,
                        (csv, by) -> outcome(registry.importInstitutions(csv, by.value()))),
                new Upload(
                        "qualifications",
                        "利用申請の一覧",
                        "受理された利用申請を追加し、変わったところを更新します。利用申請を待っている発行申請は、先へ進みます。",
                        List.of("医療機関コード", "受付日", "支払方法"),
                        Role.OPERATOR,
                        (csv, by) -> outcome(registry.importQualifications(csv, by.value()))),
                new Upload(
                        "endings",
                        "廃止と承継の一覧",
                        "廃止される医療機関コードと、その承継先を記録します。電子証明書は、廃止日または移行期間（120日）の終わりに失効します。",
                        List.of("医療機関コード", "廃止日", "承継先医療機関コード"),
                        Role.OPERATOR,
                        (csv, by) -> outcome(endings.importEndings(csv, by.value()))),
                new Upload(
                        "tracking-numbers",
                        "差出票",
                        "書留番号を記入した差出票から、通知書の差出しを記録します。",
                        List.of("通知書番号", "書留番号", "差出日"),
                        Role.DISPATCH,
                        (csv, by) -> outcome(postings.readBack(csv, by))),
                new Upload(
                        "tracking-events",
                        "書留の追跡記録",
                        "郵便局の追跡記録から、配達・不在・返送を記録します。",
                        List.of("書留番号", "差出日", "種別", "年月日", "時刻", "理由"),
                        Role.DISPATCH,
                        (csv, by) -> outcome(tracking.read(csv, by))),
                new Upload(
                        "accounts",
                        "旧サイトのアカウント",
                        "旧サイトのアカウントを追加します。利用者は、初回ログインでパスワードを設定します。",
                        List.of("医療機関コード", "メールアドレス", "パスワードのハッシュ"),
                        Role.ADMINISTRATOR,
                        (csv, by) -> {
                            var report = migration.importAccounts(csv, by.value());
                            return new Outcome(counts(report.added(), 0, report.same()), report.refused());
                        }));
    }

    List<Upload> of(Account account) {
        return all.stream().filter(upload -> upload.isFor(account)).toList();
    }

    Optional<Upload> find(String key, Account account) {
        return of(account).stream().filter(upload -> upload.key().equals(key)).findFirst();
    }

    private static Outcome outcome(Import report) {
        var counts = counts(report.added(), report.changed(), report.same());
        if (report.wrong() > 0) {
            counts.put("誤りと確認済みのため取り込まなかった行", report.wrong());
        }
        return new Outcome(counts, report.refused());
    }

    private static Outcome outcome(PostalReport report) {
        return new Outcome(counts(report.added(), 0, report.same()), report.refused());
    }

    private static Map<String, Integer> counts(int added, int changed, int same) {
        var counts = new LinkedHashMap<String, Integer>();
        counts.put("追加", added);
        if (changed > 0) {
            counts.put("更新", changed);
        }
        counts.put("変わりなし", same);
        return counts;
    }
}
