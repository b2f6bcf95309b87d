package jp.fudamori.announcement;

import static jp.fudamori.announcement.AnnouncementReason.ANNOUNCEMENT_CHANGED;
import static jp.fudamori.announcement.AnnouncementReason.ANNOUNCEMENT_WITHDRAWN;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;

/** Publishes announcements, corrects and withdraws them; an announcement is never deleted. */
@DomainService
public class AnnouncementDesk {

    private static final int MOST_PUBLIC = 50;
    private static final int MOST_LISTED = 200;

    private final Announcements announcements;
    private final AuditTrail audit;
    private final Clock clock;

    AnnouncementDesk(Announcements announcements, AuditTrail audit, Clock clock) {
        this.announcements = announcements;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns what everybody may read today, the urgent ones first, then the newest; at most fifty. */
    public List<Announcement> current() {
        return announcements.publicOn(LocalDate.now(clock), MOST_PUBLIC);
    }

    /** Finds an announcement that everybody may read today. */
    public Optional<Announcement> findPublic(int number) {
        return announcements.find(number).filter(found -> found.isPublicOn(LocalDate.now(clock)));
    }

    /** Finds an announcement for those who write them, whether it is public or not. */
    public Optional<Announcement> find(int number) {
        return announcements.find(number);
    }

    /** Returns the announcements for those who write them, newest first, at most two hundred. */
    public List<Announcement> all() {
        return announcements.latest(MOST_LISTED);
    }

    /**
     * @param by one of the office; the caller has checked that
     * @return 管理番号
     */
    public int publish(Wording wording, AccountId by) {
        int number = announcements.add(wording, by, clock.instant());
        record(by, "announcement-published", number, wording.title());
        return number;
    }

    /**
     * Replaces the wording.
     *
     * @param revision the one that was read before it was changed
     * @throws Refusal {@code announcement-withdrawn}, {@code announcement-changed} if somebody else was faster
     * @throws NoSuchElementException if there is none
     */
    public void correct(int number, int revision, Wording wording, AccountId by) {
        var announcement = announcements.lock(number).orElseThrow();
        if (announcement.withdrawn()) {
            throw new Refusal(ANNOUNCEMENT_WITHDRAWN, "このお知らせは取り下げられているため、訂正できません。");
        }
        if (announcement.revision() != revision) {
            throw new Refusal(ANNOUNCEMENT_CHANGED, "ほかの担当者が先に訂正しました。新しい内容を確認してから、もう一度訂正してください。");
        }
        if (announcement.wording().equals(wording)) {
            return;
        }
        announcements.replace(number, wording, clock.instant());
        record(by, "announcement-corrected", number, wording.title());
    }

    /**
     * Takes it off the portal. Told a second time, it does nothing.
     *
     * @throws NoSuchElementException if there is none
     */
    public void withdraw(int number, AccountId by) {
        if (announcements.lock(number).orElseThrow().withdrawn()) {
            return;
        }
        announcements.withdraw(number, clock.instant());
        record(by, "announcement-withdrawn", number, "");
    }

    private void record(AccountId by, String action, int number, String detail) {
        audit.record(by.value(), action, String.valueOf(number), detail);
    }
}
