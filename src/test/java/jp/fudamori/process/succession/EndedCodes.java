package jp.fudamori.process.succession;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Supplier;
import jp.fudamori.Overlap;
import jp.fudamori.Person;
import jp.fudamori.institution.EndingDesk;
import jp.fudamori.institution.Import;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.process.LifeOfACertificate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of codes that end, and of what runs meanwhile, have in common. */
abstract class EndedCodes extends LifeOfACertificate {

    static final LocalDate CLOSED_ON = LocalDate.of(2026, 11, 24);

    @Autowired
    EndingDesk endings;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void backToTheStart() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
    }

    Import ended(InstitutionCode code, LocalDate on, String successor) {
        var csv = "医療機関コード,廃止日,承継先医療機関コード\n%s,%s,%s\n".formatted(code, on, successor);
        return endings.importEndings(new ByteArrayInputStream(csv.getBytes(UTF_8)), "operator-a");
    }

    /** The code of the clinic closes for good, and it is the day after. */
    void closed(Person clinic) {
        ended(clinic.institution(), CLOSED_ON, "");
        clock.standAt(CLOSED_ON.plusDays(1).atTime(9, 0));
    }

    /** The code of the clinic is succeeded by another one, and it is the first day of the transition. */
    void succeeded(Person clinic) {
        ended(
                clinic.institution(),
                CLOSED_ON,
                people.institutionWithoutAccount().value());
        clock.standAt(CLOSED_ON.plusDays(1).atTime(9, 0));
    }

    ProcessInstance ending(InstitutionCode code) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("institution-succession")
                .processInstanceBusinessKey(code.value())
                .singleResult();
    }

    long incidents(ProcessInstance instance) {
        return engine.getRuntimeService()
                .createIncidentQuery()
                .processInstanceId(instance.getId())
                .count();
    }

    <T> T whileNotCommitted(Runnable first, Supplier<T> second) throws Exception {
        return new Overlap(transaction, jdbc).whileNotCommitted(first, second);
    }
}
