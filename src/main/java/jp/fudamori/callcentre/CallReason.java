package jp.fudamori.callcentre;

import jp.fudamori.common.Refusal;

/** Why a call is not opened, or why somebody may not act for a clinic. */
public enum CallReason implements Refusal.Reason {
    /** What was written down is no code, no name or no way of checking. */
    SLIP_NOT_READABLE,
    /** Only the call centre takes calls. */
    NOT_CALL_CENTRE,
    /** The registry knows no institution of this code. */
    CALLER_UNKNOWN,
    /** Nobody could carry on what was begun for it: the institution has no account. */
    CLINIC_WITHOUT_ACCOUNT,
    /** One call at a time for each member of staff. */
    CALL_ALREADY_OPEN,
    /** One call at a time for each institution. */
    CLINIC_ON_THE_PHONE,
    /** Neither a clinic nor the call centre. */
    NOT_A_CLINIC,
    /** The call centre acts for a clinic only while it phones. */
    NO_CALL_OPEN,
    /** An operator has stopped a case that was taken over; it cannot be given back before it goes on. */
    CASE_SUSPENDED
}
