package jp.fudamori.certificate;

import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.IssuedCertificate;
import jp.fudamori.ca.Pkcs12Form;
import org.springframework.stereotype.Component;

/** Writes the files that clinics fetch: key, certificate and chain, named after the terminal. */
@Component
class Pkcs12Files {

    private final Subscribers subscribers;
    private final HolderKeys keys;
    private final Pkcs12Form form;

    Pkcs12Files(Subscribers subscribers, HolderKeys keys, CertificateSettings settings) {
        this.subscribers = subscribers;
        this.keys = keys;
        this.form = settings.pkcs12Form();
    }

    byte[] write(LineNumber line, IssuedCertificate issued, byte[] sealedKey, String password) {
        var key = keys.open(sealedKey, issued.serial(), issued.certificate());
        return form.write(key, issued.chain(), subscribers.of(line).terminalName(), password);
    }

    /** As {@link #write}, under a password that the clinic chose itself. */
    byte[] writeChosen(LineNumber line, IssuedCertificate issued, byte[] sealedKey, ChosenPassword password) {
        var key = keys.open(sealedKey, issued.serial(), issued.certificate());
        return form.writeChosen(key, issued.chain(), subscribers.of(line).terminalName(), password.value());
    }
}
