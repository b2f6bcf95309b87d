package jp.fudamori.process.fault;

/** The runs of what follows a certificate. */
class CertificatePowerCutIT extends PowerCuts {

    CertificatePowerCutIT() {
        super("power-cut-certificate", CertificateRuns.all());
    }
}
