package jp.fudamori.notice;

import java.util.List;
import java.util.Locale;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.LineNumber;
import jp.fudamori.fee.FeeDesk;
import jp.fudamori.institution.Institution;
import org.springframework.stereotype.Component;

/** How mails tell of money. */
@Component
class FeeLabels {

    private final FeeDesk fees;
    private final Dossiers dossiers;

    FeeLabels(FeeDesk fees, Dossiers dossiers) {
        this.fees = fees;
        this.dossiers = dossiers;
    }

    String paymentMethod(Institution institution) {
        return dossiers.paymentMethod(institution.code()).japanese();
    }

    /**
     * What the clinic agreed to, for some certificates: {@code 4,500円（1,500円×3枚）}.
     *
     * @throws IllegalStateException if it agreed to nothing
     */
    String agreed(ApplicationNumber number, int certificates) {
        var price = fees.consent(number.value())
                .orElseThrow(() -> new IllegalStateException("no consent to the fee: " + number))
                .amountYen();
        return total(price * certificates, price, certificates);
    }

    /**
     * What arose for lines that were issued, in the same form.
     *
     * @throws IllegalStateException if a fee was not posted
     */
    String posted(List<LineNumber> lines) {
        var prices = lines.stream().map(this::posted).toList();
        var sum = prices.stream().mapToInt(Integer::intValue).sum();
        return total(sum, prices.get(0), prices.size());
    }

    private int posted(LineNumber line) {
        return fees.fee(line.toString())
                .orElseThrow(() -> new IllegalStateException("no fee posted: " + line))
                .amountYen();
    }

    private static String total(int sum, int price, int certificates) {
        return certificates == 1 ? yen(sum) + "（1枚）" : "%s（%s×%d枚）".formatted(yen(sum), yen(price), certificates);
    }

    private static String yen(int amount) {
        return String.format(Locale.JAPAN, "%,d円", amount);
    }
}
