package jp.fudamori.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.fudamori.institution.Classification;
import jp.fudamori.institution.Institution;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.PointTable;
import org.junit.jupiter.api.Test;

class HolderNameTest {

    @Test
    void cutsANameThatACertificateCannotHold() {
        assertThat(HolderName.subject(named("𠮷".repeat(100)), 7).organization())
                .isEqualTo("𠮷".repeat(64));
    }

    @Test
    void keepsANameThatFits() {
        var subject = HolderName.subject(named("髙﨑歯科"), 7);

        assertThat(subject.organization()).isEqualTo("髙﨑歯科");
        assertThat(subject.commonName()).isEqualTo("1330100016-007");
    }

    private static Institution named(String name) {
        return new Institution(
                new InstitutionCode("1330100016"),
                name,
                Classification.DENTAL,
                PointTable.DENTAL,
                "100-0001",
                "東京都千代田区千代田1-1",
                "03-1234-5678",
                LocalDate.of(2020, 4, 1));
    }
}
