package jp.fudamori.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.fudamori.institution.CheckDigitRule;
import jp.fudamori.institution.CheckDigitRules;
import jp.fudamori.institution.Classification;
import jp.fudamori.institution.Institution;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.PointTable;
import jp.fudamori.institution.Prefecture;
import jp.fudamori.institution.Qualification;
import jp.fudamori.institution.Qualification.PaymentMethod;

/**
 * Three hundred institutions that do not exist, the same ones every time: all prefectures, all point tables, right
 * check digits. Names carry 見本, towns are called 見本町, telephone exchanges begin with 0: no such thing is real.
 */
public final class SyntheticInstitutions {

    public static final InstitutionCode TOKYO_DENTAL = new InstitutionCode("1330100016");
    public static final InstitutionCode KANAGAWA_DENTAL = new InstitutionCode("1430100016");
    public static final InstitutionCode OSAKA_DENTAL = new InstitutionCode("2730100019");
    public static final InstitutionCode HOKKAIDO_MEDICAL = new InstitutionCode("0110100013");

    private static final String HEADER = "医療機関コード,名称,分類,郵便番号,所在地,電話番号,登録日\r\n";
    private static final int COUNT = 300;
    private static final int EVERY_TENTH_LACKS_ONE = 10;

    private static final CheckDigitRules RULES = new CheckDigitRules(
            CheckDigitRule.NINE_DIGITS,
            Map.of(
                    "11", CheckDigitRule.SIX_DIGITS,
                    "12", CheckDigitRule.SIX_DIGITS,
                    "13", CheckDigitRule.SIX_DIGITS,
                    "14", CheckDigitRule.SIX_DIGITS));

    /** One round through all prefectures each; dentists first. */
    private static final List<PointTable> ROUNDS = List.of(
            PointTable.DENTAL,
            PointTable.MEDICAL,
            PointTable.PHARMACY,
            PointTable.HOME_NURSING,
            PointTable.DENTAL,
            PointTable.MEDICAL,
            PointTable.DENTAL);

    /** Some with kanji that only Windows-31J, and not Shift_JIS, can write, and one outside the basic plane. */
    private static final List<String> SURNAMES = List.of(
            "髙橋", "山﨑", "佐藤", "鈴木", "濵田", "渡邊", "渡邉", "齋藤", "齊藤", "廣瀨", "德永", "𠮷田", "栁澤", "神﨑", "黑田", "中村", "小林", "髙﨑",
            "松本", "井上", "木村", "增田", "清水");

    /** Capital, first digits of its postal codes and its area code, in the order of the prefectures. */
    private static final List<Capital> CAPITALS =
            Stream.of("""
            札幌市 060 011,青森市 030 017,盛岡市 020 019,仙台市 980 022,秋田市 010 018,山形市 990 023,福島市 960 024,
            水戸市 310 029,宇都宮市 320 028,前橋市 371 027,さいたま市 330 048,千葉市 260 043,新宿区 160 03,横浜市 231 045,
            新潟市 950 025,富山市 930 076,金沢市 920 076,福井市 910 0776,甲府市 400 055,長野市 380 026,岐阜市 500 058,
            静岡市 420 054,名古屋市 460 052,津市 514 059,大津市 520 077,京都市 604 075,大阪市 530 06,神戸市 650 078,
            奈良市 630 0742,和歌山市 640 073,鳥取市 680 0857,松江市 690 0852,岡山市 700 086,広島市 730 082,山口市 753 083,
            徳島市 770 088,高松市 760 087,松山市 790 089,高知市 780 088,福岡市 810 092,佐賀市 840 0952,長崎市 850 095,
            熊本市 860 096,大分市 870 097,宮崎市 880 0985,鹿児島市 890 099,那覇市 900 098""".split(",\\s*")).map(Capital::of).toList();

    private static final List<Institution> ALL = IntStream.range(0, COUNT)
            .mapToObj(SyntheticInstitutions::institution)
            .toList();

    private SyntheticInstitutions() {}

    public static List<Institution> all() {
        return ALL;
    }

    /** About nine in ten, the named constants among them; both payment methods. */
    public static List<Qualification> qualifications() {
        var qualifications = new ArrayList<Qualification>();
        for (int number = 0; number < COUNT; number++) {
            if (number % EVERY_TENTH_LACKS_ONE != EVERY_TENTH_LACKS_ONE - 1) {
                qualifications.add(new Qualification(
                        ALL.get(number).code(),
                        LocalDate.of(2023, 4, 3).plusDays(number),
                        number % 3 == 0 ? PaymentMethod.INVOICE : PaymentMethod.DEDUCTION));
            }
        }
        return List.copyOf(qualifications);
    }

    /** The institutions in the import format, with Japanese header. */
    public static String csv() {
        return HEADER + all().stream().map(SyntheticInstitutions::line).collect(Collectors.joining());
    }

    /**
     * One institution after it moved within its town, in the import format.
     *
     * @param street what follows prefecture and town in its new address
     */
    static String movedTo(String code, String street) {
        var institution = all().stream()
                .filter(one -> one.code().value().equals(code))
                .findFirst()
                .orElseThrow();
        var address = institution.address().replaceFirst("見本町.*", street);
        return HEADER + line(institution).replace(institution.address(), address);
    }

    /** The qualifications in the import format, with Japanese header. */
    public static String qualificationsCsv() {
        return "医療機関コード,受付日,支払方法\r\n"
                + qualifications().stream().map(SyntheticInstitutions::line).collect(Collectors.joining());
    }

    private static String line(Institution institution) {
        return Stream.of(
                        institution.code().value(),
                        institution.name(),
                        institution.classification().code(),
                        institution.postalCode(),
                        institution.address(),
                        institution.phone(),
                        institution.registeredOn().toString())
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String line(Qualification qualification) {
        return "%s,%s,%s\r\n"
                .formatted(
                        qualification.institution(),
                        qualification.acceptedOn(),
                        qualification.paymentMethod() == PaymentMethod.INVOICE ? "払込" : "控除");
    }

    private static Institution institution(int number) {
        var prefecture = Prefecture.values()[number % Prefecture.values().length];
        int round = number / Prefecture.values().length;
        var table = ROUNDS.get(round);
        int serial = (int)
                ROUNDS.subList(0, round + 1).stream().filter(table::equals).count();
        var capital = CAPITALS.get(prefecture.ordinal());
        return new Institution(
                code(prefecture, table, serial),
                name(table, SURNAMES.get(number % SURNAMES.size()), capital),
                Classification.valueOf(table.name()),
                table,
                "%s-99%02d".formatted(capital.postalPrefix(), round),
                "%s%s見本町%d丁目%d番%d号".formatted(prefecture.kanji(), capital.name(), serial, round + 1, number % 30 + 1),
                capital.phone(number),
                LocalDate.of(2001, 4, 1).plusDays(number * 17L));
    }

    private static InstitutionCode code(Prefecture prefecture, PointTable table, int serial) {
        var body = "%s%s01%04d".formatted(prefecture.code(), table.code(), serial);
        return IntStream.rangeClosed(0, 9)
                .mapToObj(digit -> new InstitutionCode(body + digit))
                .filter(RULES::agree)
                .findFirst()
                .orElseThrow();
    }

    private static String name(PointTable table, String surname, Capital capital) {
        return switch (table) {
            case DENTAL -> "見本" + surname + "歯科医院";
            case MEDICAL -> "医療法人見本会 " + surname + "内科クリニック";
            case PHARMACY -> "見本" + surname + "薬局 " + capital.name() + "店";
            case HOME_NURSING -> "見本訪問看護ステーション" + surname;
        };
    }

    private record Capital(String name, String postalPrefix, String areaCode) {

        static Capital of(String words) {
            var word = words.strip().split(" ");
            return new Capital(word[0], word[1], word[2]);
        }

        /** Ten digits; the exchange begins with 0. */
        String phone(int number) {
            var exchange = "0".repeat(6 - areaCode.length());
            return "%s-%s-%04d".formatted(areaCode, exchange, number);
        }
    }
}
