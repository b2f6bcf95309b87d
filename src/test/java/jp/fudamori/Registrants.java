package jp.fudamori;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.fudamori.account.Registration;
import jp.fudamori.account.RegistrationDesk;
import jp.fudamori.account.RegistrationDetails;
import jp.fudamori.institution.InstitutionCode;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who want an account, and read the mail of the address that they give. */
public final class Registrants {

    public static final String NETWORK = "203.0.113.9";

    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]{43})");

    private final RegistrationDesk desk;
    private final Participants people;
    private final ProcessEngine engine;
    private final GreenMail smtp;
    private final JdbcClient jdbc;
    private final AtomicInteger addresses = new AtomicInteger();

    Registrants(RegistrationDesk desk, Participants people, ProcessEngine engine, GreenMail smtp, JdbcClient jdbc) {
        this.desk = desk;
        this.people = people;
        this.engine = engine;
        this.smtp = smtp;
        this.jdbc = jdbc;
    }

    /** An address that nobody has used. */
    public String mail() {
        return "registrant" + addresses.incrementAndGet() + "@clinic.example";
    }

    /** Asks for an account; each from a network of its own. */
    public void request(String mail) {
        desk.request(mail, "198.51.100." + mail.hashCode());
    }

    /** The one process of a registration. */
    public ProcessInstance process(String mail) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("account-opening")
                .processInstanceBusinessKey(id(mail))
                .singleResult();
    }

    /** The process that sends the latest mail to the address. */
    public ProcessInstance mailTo(String mail) {
        var mailId = jdbc.sql("select max(mail_id) from mail where recipient = :mail")
                .param("mail", mail)
                .query(Long.class)
                .single();
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("mail-delivery")
                .variableValueEquals("mailId", mailId)
                .singleResult();
    }

    /** Lets the latest mail to the address go, and returns the secret part of its link. */
    public String token(String mail) {
        var matcher = TOKEN.matcher(receive(mail));
        if (!matcher.find()) {
            throw new AssertionError("no link in the mail to " + mail);
        }
        return matcher.group(1);
    }

    /** Lets the latest mail to the address go, and returns its text. */
    public String receive(String mail) {
        var job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(mailTo(mail).getId())
                .singleResult();
        engine.getManagementService().executeJob(job.getId());
        return texts(mail).reduce((first, second) -> second).orElseThrow();
    }

    private Stream<String> texts(String mail) {
        return Arrays.stream(smtp.getReceivedMessages())
                .filter(message -> recipient(message).equals(mail))
                .map(Registrants::text);
    }

    /** Goes all the way: asks, reads the mail, and enters who it is. */
    public Registration enter(String mail, RegistrationDetails details) {
        request(mail);
        return desk.enter(token(mail), details, Participants.PASSWORD, NETWORK);
    }

    /** What the registry says of the institution. */
    public static RegistrationDetails details(InstitutionCode code) {
        return RegistrationDetails.parse(code.value(), Participants.nameOf(code), "06-1234-5678");
    }

    /** The process of somebody whose institution the registry does not know. */
    public ProcessInstance ofUnknownInstitution() {
        var mail = mail();
        enter(mail, details(people.unknownInstitution()));
        return process(mail);
    }

    private String id(String mail) {
        return jdbc.sql(
                        "select registration_id from registration where mail = :mail order by requested_at desc limit 1")
                .param("mail", mail)
                .query(String.class)
                .single();
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage message) {
        try {
            return message.getContent().toString();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Registers the fixture. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Fixture {

        @Bean
        Registrants registrants(
                RegistrationDesk desk, Participants people, ProcessEngine engine, GreenMail smtp, JdbcClient jdbc) {
            return new Registrants(desk, people, engine, smtp, jdbc);
        }
    }
}
