package jp.fudamori.process.revocation;

import static jp.fudamori.process.revocation.CertificateRevocationModel.CERTIFICATES;
import static jp.fudamori.process.revocation.CertificateRevocationModel.INSTITUTION_NAME;
import static jp.fudamori.process.revocation.CertificateRevocationModel.NOTE;
import static jp.fudamori.process.revocation.CertificateRevocationModel.REASON;
import static jp.fudamori.process.revocation.CertificateRevocationModel.requestId;

import jp.fudamori.certificate.RevocationRequest;
import jp.fudamori.certificate.RevocationRequest.Stated;
import jp.fudamori.certificate.RevocationRequestDesk;
import jp.fudamori.institution.Institution;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.process.CertificateNames;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The fields of a form that say what shall be revoked, and why. */
@Component
class RevocationFields {

    private final RevocationRequestDesk desk;
    private final CertificateNames names;
    private final InstitutionRegistry registry;

    RevocationFields(RevocationRequestDesk desk, CertificateNames names, InstitutionRegistry registry) {
        this.desk = desk;
        this.names = names;
        this.registry = registry;
    }

    RevocationRequest show(DelegateTask task) {
        var request = desk.find(requestId(task));
        var wish = request.wish();
        CERTIFICATES.show(task, names.of(wish.lines()));
        INSTITUTION_NAME.show(
                task,
                registry.find(wish.institution())
                        .map(Institution::name)
                        .orElse(wish.institution().value()));
        if (request instanceof Stated stated) {
            REASON.show(task, stated.grounds().reason().label());
            NOTE.show(task, stated.grounds().note());
        }
        return request;
    }
}
