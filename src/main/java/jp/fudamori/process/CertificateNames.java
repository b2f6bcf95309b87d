package jp.fudamori.process;

import java.util.List;
import java.util.stream.Collectors;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.CertificateDesk;
import org.springframework.stereotype.Component;

/** What forms call certificates: by the terminal that the clinic named, with number and serial. */
@Component
public class CertificateNames {

    private final ApplicationDesk applications;
    private final CertificateDesk certificates;

    CertificateNames(ApplicationDesk applications, CertificateDesk certificates) {
        this.applications = applications;
        this.certificates = certificates;
    }

    /** Returns one text line for each. */
    public String of(List<LineNumber> lines) {
        return lines.stream().map(this::of).collect(Collectors.joining("\n"));
    }

    private String of(LineNumber line) {
        var terminal = applications
                .find(line.application())
                .orElseThrow()
                .particulars()
                .terminalName(line);
        return "%s（%s、シリアル番号 %s）"
                .formatted(terminal, line, certificates.issued(line).serialNumber());
    }
}
