package jp.fudamori.qualification;

import java.time.Period;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import jp.fudamori.account.AccountId;
import jp.fudamori.calendar.BusinessPeriod;
import jp.fudamori.callcentre.CallDesk;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.institution.Qualification.PaymentMethod;
import jp.fudamori.qualification.QualificationApplication.Draft;
import jp.fudamori.qualification.QualificationApplication.Entry;
import jp.fudamori.qualification.QualificationApplication.Opening;
import jp.fudamori.qualification.QualificationApplication.Returned;
import jp.fudamori.qualification.QualificationApplication.Submission;
import jp.fudamori.qualification.QualificationApplication.Submitted;
import jp.fudamori.qualification.QualificationApplication.Withdrawn;
import jp.fudamori.qualification.QualificationApplication.Writable;

/**
 * Takes 利用申請 in, until they are decided or taken back. A step that is done already, and comes again because a job ran
 * twice, does nothing.
 */
@DomainService
public class QualificationDesk {

    private static final int MOST_LISTED = 100;

    private final QualificationApplications applications;
    private final CallDesk calls;
    private final InstitutionRegistry registry;
    private final QualificationAnnouncements announcements;
    private final QualificationDates dates;

    QualificationDesk(
            QualificationApplications applications,
            CallDesk calls,
            InstitutionRegistry registry,
            QualificationAnnouncements announcements,
            QualificationDates dates) {
        this.applications = applications;
        this.calls = calls;
        this.registry = registry;
        this.announcements = announcements;
        this.dates = dates;
    }

    /**
     * Begins an application of the clinic that the user acts for. One that has its 利用申請 on file already may apply for
     * another payment method.
     *
     * @param answer how long the clinic may take to write it, in calendar days
     * @throws Refusal {@code not-a-clinic}, {@code no-call-open}, {@code institution-not-registered},
     *     {@code application-open}
     */
    public Draft open(AccountId user, Period answer) {
        var clinic = calls.acting(user).clinic();
        var institution = clinic.institution().orElseThrow();
        requireRegistered(institution);
        var opening = new Opening(new QualificationId(UUID.randomUUID()), institution, clinic.id());
        var draft = new Draft(opening, Optional.empty(), dates.answerUntil(answer));
        if (!applications.add(draft, dates.now())) {
            throw alreadyOpen(institution);
        }
        return draft;
    }

    /** @throws NoSuchElementException if there is none */
    public QualificationApplication application(QualificationId id) {
        return applications.find(id).orElseThrow(() -> new NoSuchElementException("no 利用申請 " + id));
    }

    /** @throws Refusal {@code text-not-allowed} */
    public void enter(QualificationId id, String contactName, PaymentMethod paymentMethod) {
        var entry = new Entry(ContactName.typed(contactName), paymentMethod);
        applications.enter(writable(id).id(), entry);
    }

    /**
     * Takes it in, under its first number where it was sent back before.
     *
     * @param by who submits it, the applicant or somebody for them
     * @param review how long the office may take to decide
     * @throws Refusal {@code entry-missing}
     */
    public Submission submit(QualificationId id, AccountId by, BusinessPeriod review) {
        var application = writable(id);
        var entry =
                application.entry().orElseThrow(() -> new Refusal(QualificationReason.ENTRY_MISSING, "申請情報の入力がまだです。"));
        var last = application.lastSubmission();
        var number = last.map(Submission::number).orElseGet(() -> applications.nextNumber(dates.today()));
        int round = last.map(Submission::round).orElse(0) + 1;
        var submission = new Submission(number, round, entry, dates.now(), dates.due(review));
        applications.save(application.submit(submission), review.days());
        announcements.submitted(number, by);
        return submission;
    }

    public Optional<QualificationApplication> find(QualificationNumber number) {
        return applications.find(number);
    }

    /** Returns what one institution submitted, newest first, at most a hundred. */
    public List<QualificationApplication> of(InstitutionCode institution) {
        return applications.latestOf(institution, MOST_LISTED);
    }

    /** Returns what all institutions submitted, newest first, at most a hundred. */
    public List<QualificationApplication> latest() {
        return applications.latest(MOST_LISTED);
    }

    /**
     * The clinic takes it back; it may apply again at any time.
     *
     * @param by the applicant or somebody for them
     */
    public void withdraw(QualificationId id, AccountId by) {
        stillWritable(id).ifPresent(application -> {
            applications.save(application.withdraw(dates.now()));
            announcements.leftUnfinished(application, by.value(), "qualification-withdrawn");
        });
    }

    /**
     * The clinic takes it back while it is under review; it may apply again at any time. Told a second time, it does
     * nothing.
     *
     * @param by the applicant or somebody for them
     * @throws Refusal {@code application-unknown} also where it is another institution's, {@code not-under-review}
     */
    public void withdraw(QualificationNumber number, InstitutionCode institution, AccountId by) {
        var application = applications
                .find(number)
                .flatMap(found -> applications.lock(found.id()))
                .filter(found -> found.opening().institution().equals(institution))
                .orElseThrow(() -> new Refusal(
                        QualificationReason.APPLICATION_UNKNOWN, "受付番号 " + number + " の利用申請は見つかりません。番号をご確認ください。"));
        if (application instanceof Withdrawn) {
            return;
        }
        if (!(application instanceof Submitted submitted)) {
            throw new Refusal(QualificationReason.NOT_UNDER_REVIEW, notUnderReview(application, number));
        }
        applications.save(submitted.withdraw(dates.now()));
        announcements.withdrawn(number, by);
    }

    /** The clinic has let its time pass. */
    public void abandon(QualificationId id) {
        stillWritable(id).ifPresent(application -> {
            applications.save(application.abandon(dates.now()));
            announcements.leftUnfinished(application, "process", "qualification-abandoned");
        });
    }

    private static String notUnderReview(QualificationApplication application, QualificationNumber number) {
        return application instanceof Returned
                ? "受付番号 " + number + " の利用申請には訂正をお願いしています。「わたしの作業」の確認の画面から取り下げてください。"
                : "受付番号 " + number + " の利用申請は審査が終わっているため、取り下げられません。";
    }

    private void requireRegistered(InstitutionCode institution) {
        if (registry.find(institution).isEmpty()) {
            throw new Refusal(
                    QualificationReason.INSTITUTION_NOT_REGISTERED,
                    "医療機関コード " + institution + " は登録されていません。コールセンターへお問い合わせください。");
        }
    }

    private Refusal alreadyOpen(InstitutionCode institution) {
        var open = applications.openOf(institution);
        var detail = open.flatMap(QualificationApplication::lastSubmission)
                .map(submission -> open.filter(Submitted.class::isInstance).isPresent()
                        ? "受付番号 " + submission.number() + " の利用申請を審査しています。結果をお待ちください。"
                        : "受付番号 " + submission.number() + " の利用申請に訂正をお願いしています。「わたしの作業」から続けてください。")
                .orElse("作成中の利用申請があります。「わたしの作業」から続けてください。");
        return new Refusal(QualificationReason.APPLICATION_OPEN, detail);
    }

    private Writable writable(QualificationId id) {
        return stillWritable(id).orElseThrow(() -> new IllegalStateException("the clinic has no 利用申請 to write: " + id));
    }

    private Optional<Writable> stillWritable(QualificationId id) {
        return applications.lock(id).filter(Writable.class::isInstance).map(Writable.class::cast);
    }
}
