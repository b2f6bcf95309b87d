package jp.fudamori.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.fudamori.institution.Institution;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.PointTable;
import jp.fudamori.institution.Prefecture;
import jp.fudamori.institution.Qualification;
import org.junit.jupiter.api.Test;

class SyntheticInstitutionsTest {

    private final Map<InstitutionCode, Institution> byCode =
            SyntheticInstitutions.all().stream().collect(Collectors.toMap(Institution::code, one -> one));
    private final Set<InstitutionCode> qualified = SyntheticInstitutions.qualifications().stream()
            .map(Qualification::institution)
            .collect(Collectors.toSet());

    @Test
    void areThreeHundredInAllPrefecturesAndPointTables() {
        assertThat(byCode).hasSize(300);
        assertThat(byCode.keySet()).extracting(InstitutionCode::prefecture).contains(Prefecture.values());
        assertThat(byCode.values()).extracting(Institution::pointTable).contains(PointTable.values());
    }

    @Test
    void lieInTheirPrefecture() {
        assertThat(byCode.values())
                .allSatisfy(one -> assertThat(one.address())
                        .startsWith(one.code().prefecture().kanji()));
    }

    @Test
    void includeTheOnesThatTestsName() {
        assertThat(byCode.get(SyntheticInstitutions.TOKYO_DENTAL).pointTable()).isEqualTo(PointTable.DENTAL);
        assertThat(byCode.get(SyntheticInstitutions.KANAGAWA_DENTAL).pointTable())
                .isEqualTo(PointTable.DENTAL);
        assertThat(byCode.get(SyntheticInstitutions.OSAKA_DENTAL).pointTable()).isEqualTo(PointTable.DENTAL);
        assertThat(byCode.get(SyntheticInstitutions.HOKKAIDO_MEDICAL).pointTable())
                .isEqualTo(PointTable.MEDICAL);
    }

    @Test
    void areQualifiedInNineOfTenCases() {
        assertThat(qualified)
                .hasSize(270)
                .contains(
                        SyntheticInstitutions.TOKYO_DENTAL,
                        SyntheticInstitutions.KANAGAWA_DENTAL,
                        SyntheticInstitutions.OSAKA_DENTAL,
                        SyntheticInstitutions.HOKKAIDO_MEDICAL);
    }
}
