package jp.fudamori.institution;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.fudamori.common.Spelling;
import jp.fudamori.institution.Qualification.PaymentMethod;
import jp.fudamori.sheet.Cells;
import jp.fudamori.sheet.Column;
import jp.fudamori.sheet.Sheet;

/** The files that operators hand in. */
final class RegistrySheets {

    private static final Map<String, PaymentMethod> PAYMENT_METHODS = Map.of(
            "控除", PaymentMethod.DEDUCTION,
            "払込", PaymentMethod.INVOICE,
            "DEDUCTION", PaymentMethod.DEDUCTION,
            "INVOICE", PaymentMethod.INVOICE);

    private static final Column CODE = new Column(
            "医療機関コード",
            "code",
            Spelling::plain,
            RegistrySheets::isCodeInUse,
            "都道府県番号（01～47）と点数表番号（1・3・4・6）で始まる10桁の数字を入力してください。先頭の0が失われていないかも確認してください。");
    private static final Column NAME = new Column(
            "名称",
            "name",
            String::strip,
            text -> Institution.hasLength(text, Institution.LONGEST_NAME),
            "100文字以内で入力してください。");
    private static final Column CLASSIFICATION = new Column(
            "分類",
            "classification",
            Spelling::plain,
            text -> Classification.of(text).isPresent(),
            "1（医科）・2（歯科）・3（調剤）・4（訪問看護）のいずれかを入力してください。");
    private static final Column POSTAL_CODE = new Column(
            "郵便番号",
            "postal_code",
            Spelling::postalCode,
            text -> Institution.POSTAL_CODE.matcher(text).matches(),
            "7桁の数字で入力してください（例：123-4567）。");
    private static final Column ADDRESS = new Column(
            "所在地",
            "address",
            String::strip,
            text -> Institution.hasLength(text, Institution.LONGEST_ADDRESS),
            "200文字以内で入力してください。");
    private static final Column PHONE = new Column(
            "電話番号",
            "phone",
            Spelling::plain,
            text -> Institution.PHONE.matcher(text).matches(),
            "0で始まる10桁または11桁の番号を入力してください（例：03-0000-0000）。");
    private static final Column REGISTERED_ON = Column.day("登録日", "registered_on");
    private static final Column ACCEPTED_ON = Column.day("受付日", "accepted_on");
    private static final Column PAYMENT_METHOD = new Column(
            "支払方法", "payment_method", Spelling::plain, PAYMENT_METHODS::containsKey, "「控除」または「払込」を入力してください。");

    private static final Column CLOSED_ON = Column.day("廃止日", "closed_on");
    private static final Column SUCCESSOR = new Column(
                    "承継先医療機関コード",
                    "successor",
                    Spelling::plain,
                    RegistrySheets::isCodeInUse,
                    "都道府県番号（01～47）と点数表番号（1・3・4・6）で始まる10桁の数字を入力するか、承継がなければ空欄にしてください。")
            .optional();

    static final Sheet<Institution> INSTITUTIONS = new Sheet<>(
            List.of(CODE, NAME, CLASSIFICATION, POSTAL_CODE, ADDRESS, PHONE, REGISTERED_ON),
            List.of(CODE),
            RegistrySheets::toInstitution);
    static final Sheet<Qualification> QUALIFICATIONS =
            new Sheet<>(List.of(CODE, ACCEPTED_ON, PAYMENT_METHOD), List.of(CODE), RegistrySheets::toQualification);
    static final Sheet<RowOfEnding> ENDINGS =
            new Sheet<>(List.of(CODE, CLOSED_ON, SUCCESSOR), List.of(CODE), RegistrySheets::toEnding);

    private RegistrySheets() {}

    private static Institution toInstitution(Cells row) {
        var code = new InstitutionCode(row.text(CODE));
        return new Institution(
                code,
                row.text(NAME),
                Classification.of(row.text(CLASSIFICATION)).orElseThrow(),
                PointTable.of(code).orElseThrow(),
                row.text(POSTAL_CODE),
                row.text(ADDRESS),
                row.text(PHONE),
                row.day(REGISTERED_ON));
    }

    private static Qualification toQualification(Cells row) {
        return new Qualification(
                new InstitutionCode(row.text(CODE)),
                row.day(ACCEPTED_ON),
                Objects.requireNonNull(PAYMENT_METHODS.get(row.text(PAYMENT_METHOD))));
    }

    private static RowOfEnding toEnding(Cells row) {
        return new RowOfEnding(
                new InstitutionCode(row.text(CODE)), row.day(CLOSED_ON), InstitutionCode.parse(row.text(SUCCESSOR)));
    }

    private static boolean isCodeInUse(String text) {
        return InstitutionCode.parse(text).flatMap(PointTable::of).isPresent();
    }
}
