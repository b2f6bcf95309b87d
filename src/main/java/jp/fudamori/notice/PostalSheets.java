package jp.fudamori.notice;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import jp.fudamori.common.Refusal;
import jp.fudamori.common.Spelling;
import jp.fudamori.sheet.Cells;
import jp.fudamori.sheet.Column;
import jp.fudamori.sheet.Sheet;

/** The two files that the dispatch staff hand in. */
final class PostalSheets {

    /** @param postedOn Asia/Tokyo */
    record PostingRow(LetterNumber letter, TrackingNumber trackingNumber, LocalDate postedOn) {}

    /** @param reason of a return; empty where the file says none */
    record EventRow(
            TrackingNumber trackingNumber,
            LocalDate postedOn,
            TrackingKind kind,
            LocalDate day,
            Optional<LocalTime> time,
            Optional<ReturnReason> reason) {}

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:mm").withResolverStyle(ResolverStyle.STRICT);

    static final Column LETTER_NUMBER = new Column(
            "通知書番号", "letter_number", Spelling::plain, LetterNumber::isOne, "差出票にある番号を入力してください（例：2026-000042）。");
    static final Column TRACKING_NUMBER = new Column(
            "書留番号",
            "tracking_number",
            Spelling::plain,
            PostalSheets::isTrackingNumber,
            "受領証にある11桁の数字を入力してください（例：310-00-00001-0）。末尾の検査数字も合っていることが必要です。");
    static final Column POSTED_ON = Column.day("差出日", "posted_on");
    static final Column KIND = new Column(
            "種別",
            "kind",
            String::strip,
            text -> TrackingKind.of(text).isPresent(),
            "引受・到着・持ち出し中・不在・配達済み・返送・紛失のいずれかを入力してください。");
    static final Column DAY = Column.day("年月日", "day");
    static final Column TIME_OF_DAY =
            new Column("時刻", "time", Spelling::plain, PostalSheets::isTime, "24時間制で入力してください（例：14:05）。").optional();
    static final Column REASON = new Column(
                    "理由",
                    "reason",
                    String::strip,
                    text -> ReturnReason.of(text).isPresent(),
                    "あて所に尋ねあたりません・転居先不明・宛名不完全・受取拒絶・保管期間経過・受取人からの返送のいずれかを入力してください。")
            .optional();

    static final Sheet<PostingRow> POSTINGS = new Sheet<>(
            List.of(LETTER_NUMBER, TRACKING_NUMBER, POSTED_ON), List.of(LETTER_NUMBER), PostalSheets::posting);
    static final Sheet<EventRow> EVENTS = new Sheet<>(
            List.of(TRACKING_NUMBER, POSTED_ON, KIND, DAY, TIME_OF_DAY, REASON),
            List.of(TRACKING_NUMBER, POSTED_ON, KIND, DAY),
            PostalSheets::event);

    private PostalSheets() {}

    private static PostingRow posting(Cells row) {
        return new PostingRow(
                new LetterNumber(row.text(LETTER_NUMBER)),
                TrackingNumber.parse(row.text(TRACKING_NUMBER)),
                row.day(POSTED_ON));
    }

    private static EventRow event(Cells row) {
        return new EventRow(
                TrackingNumber.parse(row.text(TRACKING_NUMBER)),
                row.day(POSTED_ON),
                TrackingKind.of(row.text(KIND)).orElseThrow(),
                row.day(DAY),
                Optional.of(row.text(TIME_OF_DAY))
                        .filter(PostalSheets::isTime)
                        .map(text -> LocalTime.parse(text, TIME)),
                ReturnReason.of(row.text(REASON)));
    }

    private static boolean isTrackingNumber(String text) {
        try {
            TrackingNumber.parse(text);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private static boolean isTime(String text) {
        try {
            LocalTime.parse(text, TIME);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
