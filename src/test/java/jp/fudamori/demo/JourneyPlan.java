package jp.fudamori.demo;

import static jp.fudamori.demo.JourneyWorld.REVIEWER;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.fudamori.demo.Journey.Step;

/** The ways that an application can take which are shown; each goes through public interfaces only. */
enum JourneyPlan {

    /** The office lets its deadline pass and then approves; one certificate. */
    STRAIGHT("まっすぐ: 申請から証明書まで", JourneyPlan::straight),

    /** The office gives the application back, the clinic corrects it. */
    CORRECTION("差戻しと補正", JourneyPlan::correction),

    /** One of three terminals is not approved; two certificates in one envelope. */
    TERMINALS("3台の申請と一部承認", JourneyPlan::terminals),

    /** The letter comes back and is posted again to a new address. */
    RETURNED("返送された通知書", JourneyPlan::returned),

    /** The letter is lost after the download; a new certificate takes the place of the old one. */
    REISSUE("通知書の紛失と再発行", JourneyPlan::reissue),

    /** One certificate is revoked by its clinic, another by two of the office. */
    REVOCATION("失効", JourneyPlan::revocation),

    /** The code of a clinic ends, and the one that takes over gets certificates of its own. */
    SUCCESSION("医療機関コードの承継", JourneyPlan::succession),

    /** Three years later the certificate is renewed, without a review and without a letter. */
    RENEWAL("3年後の更新", JourneyPlan::renewal);

    private static final String ACCEPTANCE = "電子証明書 申請情報受付通知";
    private static final String ISSUED = "電子証明書 発行のお知らせ";

    private final String title;
    private final Function<JourneyWorld, Route> route;

    JourneyPlan(String title, Function<JourneyWorld, Route> route) {
        this.title = title;
        this.route = route;
    }

    /** @param application whose state is told after each step */
    private record Route(JourneyCase application, Stream<List<Step>> steps) {}

    /** As it is called on the command line, {@code straight}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return title;
    }

    Journey in(JourneyWorld world, PrintStream out) {
        var planned = route.apply(world);
        return new Journey(planned.steps().flatMap(List::stream).toList(), planned.application()::state, out);
    }

    private JourneyCase of(JourneyWorld world, String clinic) {
        return new JourneyCase(world, clinic, code());
    }

    private static Route straight(JourneyWorld world) {
        var application = STRAIGHT.of(world, "clinic1");
        var terminals = List.of("受付PC1");
        var applying = new ApplicationSteps(application, terminals);
        return new Route(
                application,
                Stream.of(
                        applying.steps(),
                        List.of(applying.hiddenFrom("clinic2")),
                        new OverdueSteps(application).steps(),
                        List.of(approval(application)),
                        new LetterSteps(application, terminals, "131-12-38385-2").steps(),
                        new DownloadSteps(application, List.of(ACCEPTANCE, "電子証明書発行申請 審査期限変更のお知らせ", ISSUED)).steps()));
    }

    private static Route correction(JourneyWorld world) {
        var application = CORRECTION.of(world, "clinic2");
        var waiting = CORRECTION.of(world, "clinic1");
        var corrected = "診察室1のパソコン";
        var correcting = new CorrectionSteps(application, waiting, corrected);
        var subjects = List.of(ACCEPTANCE, "電子証明書発行申請 内容不備のお知らせ", "電子証明書発行申請 補正受付のお知らせ", ISSUED);
        return new Route(
                application,
                Stream.of(
                        new ApplicationSteps(application, List.of("鈴木様の診察室")).steps(),
                        List.of(correcting.giveBack()),
                        new ApplicationSteps(waiting, List.of("受付PC2")).steps(),
                        correcting.steps(),
                        new CancellationSteps(waiting).steps(),
                        new LetterSteps(application, List.of(corrected), "131-12-38386-3").steps(),
                        new DownloadSteps(application, subjects).steps()));
    }

    private static Route terminals(JourneyWorld world) {
        var application = TERMINALS.of(world, "clinic1");
        var refused = "院長の携帯電話";
        var approved = List.of("薬局カウンター", "往診用ノートパソコン");
        var subjects = List.of(ACCEPTANCE, "電子証明書発行申請 審査結果のお知らせ（一部承認）", ISSUED);
        return new Route(
                application,
                Stream.of(
                        new ApplicationSteps(application, List.of(approved.get(0), refused, approved.get(1))).steps(),
                        new PartialApprovalSteps(application, refused).steps(),
                        new LetterSteps(application, approved, "131-12-38387-4").steps(),
                        new DownloadSteps(application, subjects).steps()));
    }

    private static Route returned(JourneyWorld world) {
        var application = RETURNED.of(world, "clinic2");
        var first = "131-12-38388-5";
        var subjects = List.of(ACCEPTANCE, ISSUED, "発行通知書 ご不在による保管のお知らせ", "発行通知書が返送されました", "発行通知書 再発送のお知らせ");
        return new Route(
                application,
                Stream.of(
                        new ApplicationSteps(application, List.of("会計窓口のパソコン")).steps(),
                        List.of(approval(application)),
                        new BatchSteps(application, first).steps(),
                        new ReturnSteps(application, first, "131-12-38389-6").steps(),
                        new DownloadSteps(application, subjects).steps()));
    }

    private static Route reissue(JourneyWorld world) {
        var terminal = "レセプト端末";
        var lost = new JourneyCase(world, "clinic1", "reissue-lost");
        var reissue = REISSUE.of(world, "clinic1");
        return new Route(
                reissue,
                Stream.of(
                        new ApplicationSteps(lost, List.of(terminal)).steps(),
                        List.of(approval(lost)),
                        new LetterSteps(lost, List.of(terminal), "131-12-38390-0").steps(),
                        new DownloadSteps(lost, List.of(ACCEPTANCE, ISSUED)).steps(),
                        new LostSteps(lost).steps(),
                        new PreparedSteps(reissue).steps(),
                        List.of(approval(reissue)),
                        new LetterSteps(reissue, List.of(terminal), "131-12-38391-1").steps(),
                        new DownloadSteps(reissue, List.of(ACCEPTANCE, ISSUED)).steps()));
    }

    private static Route revocation(JourneyWorld world) {
        var application = REVOCATION.of(world, "clinic2");
        var terminals = List.of("廃棄する端末", "不正が分かる端末");
        return new Route(
                application,
                Stream.of(
                        new ApplicationSteps(application, terminals).steps(),
                        List.of(approval(application)),
                        new LetterSteps(application, terminals, "131-12-38392-2").steps(),
                        new DownloadSteps(application, List.of(ACCEPTANCE, ISSUED)).steps(),
                        new RevocationSteps(application).steps()));
    }

    private static Route succession(JourneyWorld world) {
        var terminal = "オンライン資格確認端末";
        var old = new JourneyCase(world, "clinic2", "succession-old");
        var successor = SUCCESSION.of(world, "clinic4");
        var succeeding = new SuccessionSteps(old, successor);
        var prepared = new PreparedSteps(successor);
        return new Route(
                successor,
                Stream.of(
                        new ApplicationSteps(old, List.of(terminal)).steps(),
                        List.of(approval(old)),
                        new LetterSteps(old, List.of(terminal), "131-12-38393-3").steps(),
                        new DownloadSteps(old, List.of(ACCEPTANCE, ISSUED)).steps(),
                        succeeding.begin(),
                        prepared.steps(),
                        List.of(approval(successor)),
                        new LetterSteps(successor, prepared::terminals, "131-12-38394-4").steps(),
                        new DownloadSteps(successor, List.of(ACCEPTANCE, ISSUED)).steps(),
                        succeeding.end()));
    }

    private static Route renewal(JourneyWorld world) {
        var application = RENEWAL.of(world, "clinic1");
        var terminal = "更新する端末";
        return new Route(
                application,
                Stream.of(
                        new ApplicationSteps(application, List.of(terminal)).steps(),
                        List.of(approval(application)),
                        new LetterSteps(application, List.of(terminal), "131-12-38395-5").steps(),
                        new DownloadSteps(application, List.of(ACCEPTANCE, ISSUED)).steps(),
                        new RenewalSteps(application, terminal).steps()));
    }

    private static Step approval(JourneyCase application) {
        return new Step("審査: 承認する", () -> application.approve(REVIEWER, Map.of()));
    }
}
