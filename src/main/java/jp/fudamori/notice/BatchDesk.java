package jp.fudamori.notice;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.common.Refusal;
import jp.fudamori.notice.LetterBatches.Item;
import jp.fudamori.sheet.SheetWriter;

/** Gathers the letters of a day, so that they are printed, put into envelopes and posted in one go. */
@DomainService
public class BatchDesk {

    private static final int LATEST = 50;
    private static final List<String> HEADER = List.of(
            "順番",
            PostalSheets.LETTER_NUMBER.japanese(),
            "郵便番号",
            "所在地",
            "宛先",
            "枚数",
            PostalSheets.POSTED_ON.japanese(),
            PostalSheets.TRACKING_NUMBER.japanese());

    private final LetterBatches batches;
    private final Letters letters;
    private final LetterBinder binder;
    private final AuditTrail audit;
    private final Clock clock;

    BatchDesk(LetterBatches batches, Letters letters, LetterBinder binder, AuditTrail audit, Clock clock) {
        this.batches = batches;
        this.letters = letters;
        this.binder = binder;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Closes a batch over all letters that wait to be posted and are in none, 100 at most; the next one takes the rest.
     *
     * @throws Refusal {@code nothing-to-post}
     */
    public LetterBatch close(AccountId by) {
        var number = batches.close(by, clock.instant())
                .orElseThrow(() -> new Refusal(NoticeReason.NOTHING_TO_POST, "まとめて差し出す通知書は、今はありません。"));
        var batch = batches.find(number).orElseThrow();
        audit.record(by.value(), "letter-batch-closed", "batch " + number, batch.letters() + " letters");
        return batch;
    }

    public Optional<LetterBatch> find(long number) {
        return batches.find(number);
    }

    /** The last 50, the newest first. */
    public List<LetterBatch> latest() {
        return batches.latest(LATEST);
    }

    /**
     * Returns the letters of a batch for the printer, in the order of the 差出票, without those posted meanwhile; the same
     * bytes until one more is posted.
     *
     * @param by one of the dispatch staff; the caller has checked that
     * @throws Refusal {@code letter-destroyed} if all of them are posted
     */
    public byte[] open(LetterBatch batch, AccountId by) {
        var waiting = batches.items(batch.number()).stream()
                .filter(item -> item.trackingNumber().isEmpty())
                .toList();
        if (waiting.isEmpty()) {
            throw new Refusal(NoticeReason.LETTER_DESTROYED, "この束の通知書はすべて発送済みのため、内容は廃棄されています。");
        }
        waiting.forEach(item -> audit.record(
                by.value(),
                "letter-opened",
                item.application().value(),
                "letter %s, batch %d".formatted(item.letter(), batch.number())));
        return binder.bind(
                batch,
                waiting.stream().map(item -> letters.pages(item.letter())).toList());
    }

    /**
     * Returns the 差出票: what the post office is handed, with a column for the numbers it gives, to be read back.
     *
     * @return CSV; holds no secret
     */
    public byte[] postingList(LetterBatch batch) {
        var postedOn =
                batch.closedAt().atZone(JapaneseDates.TOKYO).toLocalDate().toString();
        return SheetWriter.write(
                HEADER,
                batches.items(batch.number()).stream()
                        .map(item -> row(item, postedOn))
                        .toList());
    }

    private static List<String> row(Item item, String postedOn) {
        var addressee = item.addressee();
        return List.of(
                String.valueOf(item.position()),
                item.letter().value(),
                addressee.postalCode(),
                addressee.address(),
                addressee.name(),
                String.valueOf(item.lines()),
                postedOn,
                item.trackingNumber().orElse(""));
    }
}
