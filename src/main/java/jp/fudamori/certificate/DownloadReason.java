package jp.fudamori.certificate;

import jp.fudamori.common.Refusal;

/** Why nothing is handed out. */
public enum DownloadReason implements Refusal.Reason {

    /** Unknown reference, wrong code, or locked: nobody is told which. */
    CREDENTIALS_NOT_ACCEPTED,

    /** Told only to those who know the right code. */
    DOWNLOAD_PERIOD_OVER,

    /** The letter became void; told only to those who know the right code. */
    DOWNLOAD_CLOSED
}
