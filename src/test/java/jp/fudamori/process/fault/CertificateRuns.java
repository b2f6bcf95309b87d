package jp.fudamori.process.fault;

import static jp.fudamori.process.fault.SavePointRun.CLINIC;
import static jp.fudamori.process.fault.SavePointRun.NEWCOMER;
import static jp.fudamori.process.fault.SavePointRun.REFUSED_ONCE;
import static jp.fudamori.process.fault.SavePointRun.approved;
import static jp.fudamori.process.fault.SavePointRun.ending;
import static jp.fudamori.process.fault.SavePointRun.withLetter;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.fudamori.demo.SyntheticInstitutions;

/** The runs through what follows a certificate: revocation, reissue, renewal, and the ending of its institution. */
final class CertificateRuns {

    private static final String RENEWAL = "certificate-renewal/";
    private static final String SUCCESSION = "institution-succession/";
    private static final String PUBLICATION = "revocation-list/";

    private CertificateRuns() {}

    static List<SavePointRun> all() {
        return Stream.of(afterwards(), publications(), offers(), renewals(), endings())
                .flatMap(List::stream)
                .toList();
    }

    /** What the clinic began about a certificate and forgot ends by itself, and changes nothing. */
    private static List<SavePointRun> afterwards() {
        return List.of(
                withLetter(
                        "certificate-revocation/revocationForgotten",
                        office -> forget(office, "certificate-revocation", "lineNumbers", "revocationForgotten"),
                        done -> {}),
                withLetter(
                        "certificate-reissue/lossForgotten",
                        office -> forget(office, "certificate-reissue", "lineNumber", "lossForgotten"),
                        done -> {}));
    }

    private static void forget(OfficeCase office, String process, String field, String timer) {
        approved(office);
        office.awaitLetter();
        office.office().awaitQuiet();
        var begun = office.another();
        begun.start(CLINIC, process, Map.of(field, office.number() + "-01"));
        begun.hasten(timer);
    }

    private static List<SavePointRun> publications() {
        return List.of(
                ending(PUBLICATION + "publicationDue", CLINIC, office -> office.hastenOffice("publicationDue")),
                ending(PUBLICATION + "revocationsGathered", CLINIC, office -> {
                    office.message("certificate-revoked");
                    office.hastenOffice("revocationsGathered");
                }),
                ending(PUBLICATION + "publishRevocationLists", CLINIC, office -> office.hastenOffice("publicationDue")),
                ending(PUBLICATION + "renewOcspSigner", CLINIC, office -> office.hastenOffice("publicationDue")),
                ending(PUBLICATION + "endPublication", CLINIC, office -> office.hastenOffice("publicationDue")),
                new SavePointRun(
                        SavePoint.of(PUBLICATION + "publicationAwaited"),
                        CLINIC,
                        CertificateRuns::revokedWithoutKey,
                        done -> {},
                        1));
    }

    /** The key comes back when the publication has found it away. */
    private static void revokedWithoutKey(OfficeCase office) {
        approved(office);
        office.awaitLetter();
        office.office().awaitQuiet();
        office.office().withoutKey(() -> {
            revoke(office);
            office.hastenOffice("revocationsGathered");
            office.hastenOffice("publicationAwaited");
        });
    }

    private static List<SavePointRun> offers() {
        return List.of(
                renewing("sendRenewalReminder", CertificateRuns::offered, done -> {}),
                renewing(
                        "reminderDue",
                        office -> {
                            offered(office);
                            office.hasten("reminderDue");
                        },
                        done -> {}),
                renewing(
                        "certificateExpired",
                        office -> {
                            offered(office);
                            office.hasten("certificateExpired");
                        },
                        OfficeCase::awaitEnd));
    }

    private static List<SavePointRun> renewals() {
        return List.of(
                renewing("vetRenewal", CertificateRuns::accepted, CertificateRuns::awaitFetch),
                renewing("signRenewal", CertificateRuns::accepted, CertificateRuns::awaitFetch),
                renewing(
                        "unfetchedExpired",
                        office -> {
                            accepted(office);
                            awaitFetch(office);
                            office.hasten("unfetchedExpired");
                        },
                        CertificateRuns::fetchedLate),
                renewing("withdrawSuccessor", CertificateRuns::revoked, OfficeCase::awaitEnd),
                renewing("supersessionDue", CertificateRuns::fetched, OfficeCase::awaitEnd));
    }

    /** The renewal of the first certificate is offered. */
    private static void offered(OfficeCase office) {
        approved(office);
        office.awaitLetter();
        office.offerRenewal();
    }

    private static void accepted(OfficeCase office) {
        offered(office);
        office.clinic("renewCertificate", Map.of("consent", true));
    }

    private static void awaitFetch(OfficeCase office) {
        office.awaitActivity("awaitFetch");
    }

    /** The old certificate, while nobody has fetched the new one. */
    private static void revoked(OfficeCase office) {
        accepted(office);
        awaitFetch(office);
        revoke(office);
    }

    /** The first certificate, by its clinic. */
    private static void revoke(OfficeCase office) {
        var request = office.another();
        request.start(CLINIC, "certificate-revocation", Map.of("lineNumbers", office.number() + "-01"));
        request.clinic("enterRevocation", Map.of("cause", "terminal-gone"));
        request.clinic("confirmRevocation", Map.of("action", "revoke"));
    }

    private static void fetched(OfficeCase office) {
        approved(office);
        var secrets = office.secrets();
        office.offerRenewal();
        office.clinic("renewCertificate", Map.of("consent", true));
        awaitFetch(office);
        office.fetchRenewed(secrets);
        office.hasten("supersessionDue");
    }

    /** What was renewed is still there when its process has ended. */
    private static void fetchedLate(OfficeCase office) {
        office.awaitEnd();
        office.fetchRenewed(office.printedSecrets());
    }

    /** The last, because no clinic is left afterwards; a succession goes on in the next run. */
    private static List<SavePointRun> endings() {
        return List.of(
                new SavePointRun(
                        SavePoint.of(SUCCESSION + "beginSuccessorApplication"),
                        CLINIC,
                        office -> {
                            approved(office);
                            office.awaitLetter();
                            succeeded(office, SyntheticInstitutions.OSAKA_DENTAL.value());
                            office.openSuccessor(SyntheticInstitutions.OSAKA_DENTAL.value());
                        },
                        office -> office.awaitActivity("transitionOver"),
                        1),
                new SavePointRun(
                        SavePoint.of(SUCCESSION + "codeEnded"),
                        CLINIC,
                        office -> {
                            office.followEnding();
                            office.hasten("codeEnded");
                        },
                        office -> office.awaitActivity("transitionOver"),
                        0),
                ending(SUCCESSION + "transitionOver", CLINIC, office -> {
                    office.followEnding();
                    office.hasten("transitionOver");
                }),
                ending(SUCCESSION + "transitionOverUnregistered", REFUSED_ONCE, office -> {
                    succeeded(office, SyntheticInstitutions.HOKKAIDO_MEDICAL.value());
                    office.hasten("transitionOverUnregistered");
                }),
                ending(SUCCESSION + "closingDay", NEWCOMER, office -> {
                    office.endInstitution("");
                    office.hasten("closingDay");
                }));
    }

    /** The successor is somewhere else: somebody looks at the record and finds that it is right. */
    private static void succeeded(OfficeCase office, String successor) {
        office.endInstitution(successor);
        office.staff("call1", "verifySuccession", Map.of("decision", "succession", "note", "厚生局に確認した。"));
    }

    /** @param activity of the renewal of the first certificate, while the second stays as it is */
    private static SavePointRun renewing(String activity, Consumer<OfficeCase> reach, Consumer<OfficeCase> finish) {
        return new SavePointRun(SavePoint.of(RENEWAL + activity), CLINIC, reach, finish, 1);
    }
}
