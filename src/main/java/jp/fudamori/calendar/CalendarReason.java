package jp.fudamori.calendar;

import jp.fudamori.common.Refusal;

/** Why a decision about a day is turned down. */
public enum CalendarReason implements Refusal.Reason {
    DAY_OUT_OF_RANGE,
    NAME_NOT_ALLOWED
}
