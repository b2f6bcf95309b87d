package jp.fudamori.announcement;

import jp.fudamori.common.Refusal;

/** Why a change to an announcement is turned down. */
public enum AnnouncementReason implements Refusal.Reason {
    ANNOUNCEMENT_CHANGED,
    ANNOUNCEMENT_WITHDRAWN
}
