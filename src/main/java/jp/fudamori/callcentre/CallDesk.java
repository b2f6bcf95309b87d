package jp.fudamori.callcentre;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.AccountId;
import jp.fudamori.account.Role;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.InstitutionRegistry;

/** Takes the calls of clinics, and tells for whom somebody acts. */
@DomainService
public class CallDesk {

    private final PhoneCalls calls;
    private final AccountDesk accounts;
    private final InstitutionRegistry registry;
    private final AuditTrail audit;
    private final Clock clock;

    CallDesk(PhoneCalls calls, AccountDesk accounts, InstitutionRegistry registry, AuditTrail audit, Clock clock) {
        this.calls = calls;
        this.accounts = accounts;
        this.registry = registry;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens a call: from now until its end, {@code staff} acts for the clinic.
     *
     * @param caller who phones, 1 to 40 characters
     * @throws Refusal {@code not-call-centre}, {@code caller-unknown}, {@code clinic-without-account},
     *     {@code call-already-open}, {@code clinic-on-the-phone}
     */
    public PhoneCall open(InstitutionCode institution, String caller, IdentityCheck check, AccountId staff) {
        requireCallCentre(staff);
        var clinic = clinicOf(institution);
        calls.takenBy(staff).ifPresent(this::refuseSecond);
        var id = new CallId(UUID.randomUUID());
        var call = new PhoneCall(id, institution, clinic.id(), caller, check, staff, clock.instant());
        if (!calls.add(call)) {
            // whoever was faster has committed by now
            calls.takenBy(staff).ifPresent(this::refuseSecond);
            throw onThePhone(institution);
        }
        audit.record(staff.value(), "call-opened", institution.value(), "call %s %s".formatted(id, check));
        return call;
    }

    /**
     * Ends a call; does nothing when it has ended already. Whoever is acting just now is waited for.
     *
     * @param note what was spoken, for those who come after; may be empty
     */
    public void end(CallId id, CallEnd how, String note) {
        calls.end(id, how, note, clock.instant())
                .ifPresent(call -> audit.record(
                        call.takenBy().value(),
                        "call-ended",
                        call.institution().value(),
                        "call %s %s".formatted(id, how)));
    }

    /** Returns the call that the staff is in. */
    public Optional<PhoneCall> current(AccountId staff) {
        return calls.takenBy(staff);
    }

    /**
     * Returns for which clinic the user acts: a clinic for itself, the call centre for the clinic that it is on the
     * phone with. That call cannot end before the transaction does.
     *
     * @throws Refusal {@code not-a-clinic}, {@code no-call-open}
     */
    public Acting acting(AccountId user) {
        var account = accounts.find(user).orElseThrow(CallDesk::notAClinic);
        if (account.institution().isPresent()) {
            return new Acting(user, account, Optional.empty());
        }
        if (!account.roles().contains(Role.CALL_CENTRE)) {
            throw notAClinic();
        }
        var call = calls.holdTakenBy(user)
                .orElseThrow(
                        () -> new Refusal(CallReason.NO_CALL_OPEN, "代行中の電話がありません。先に「電話での代行」を開始して、医療機関の本人確認を記録してください。"));
        return new Acting(user, accounts.find(call.clinic()).orElseThrow(), Optional.of(call));
    }

    /** Returns whether the staff is in a call of the clinic; that call cannot end before the transaction does. */
    public boolean isActing(AccountId staff, AccountId clinic) {
        return calls.holdTakenBy(staff)
                .filter(call -> call.clinic().equals(clinic))
                .isPresent();
    }

    private void requireCallCentre(AccountId staff) {
        if (accounts.find(staff)
                .filter(account -> account.roles().contains(Role.CALL_CENTRE))
                .isEmpty()) {
            throw new Refusal(CallReason.NOT_CALL_CENTRE, "電話での代行は、コールセンター担当だけができます。");
        }
    }

    private Account clinicOf(InstitutionCode institution) {
        if (registry.find(institution).isEmpty()) {
            throw new Refusal(CallReason.CALLER_UNKNOWN, "医療機関コード " + institution + " は登録されていません。コードをもう一度お確かめください。");
        }
        return accounts.ofInstitution(institution)
                .orElseThrow(() -> new Refusal(
                        CallReason.CLINIC_WITHOUT_ACCOUNT, "医療機関コード " + institution + " のアカウントがまだないため、代行できません。"));
    }

    private void refuseSecond(PhoneCall open) {
        throw new Refusal(
                CallReason.CALL_ALREADY_OPEN,
                "医療機関コード %s の電話（%s 様）がまだ終わっていません。先にその電話を終了してください。".formatted(open.institution(), open.caller()));
    }

    private Refusal onThePhone(InstitutionCode institution) {
        var colleague = calls.of(institution)
                .flatMap(call -> accounts.find(call.takenBy()))
                .map(Account::name)
                .orElse("ほかの担当者");
        return new Refusal(CallReason.CLINIC_ON_THE_PHONE, "すでに" + colleague + "が代行中です。");
    }

    private static Refusal notAClinic() {
        return new Refusal(CallReason.NOT_A_CLINIC, "この手続きは、医療機関のアカウント、または電話を受けたコールセンター担当だけが行えます。");
    }
}
