package jp.fudamori.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jp.fudamori.FudamoriServer;
import jp.fudamori.MovableClock;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The real server with everything it needs around it, for a machine with nothing but a JDK and Maven: PostgreSQL, SMTP,
 * a certificate authority, institutions and accounts to try. Started by {@code mvn spring-boot:test-run}.
 */
public final class DevelopmentServer {

    private static final String IN_USE = """

            開発用サーバーはすでに起動しています（フォルダー %s を使用中）。
            先に起動したほうを Ctrl-C で止めてから、もう一度起動してください。

            """;

    private DevelopmentServer() {}

    public static void main(String[] args) {
        if (isJourney(args)) {
            System.exit(travel(args) ? 0 : 1);
        }
        var folders = claim(new DevelopmentFolders(Path.of("data")));
        var ports = DevelopmentPorts.usual();
        var server = start(folders, ports, args);
        var welcome = new Welcome(
                DevelopmentUrls.of(ports), server.getBean(DemoAccounts.class).all());
        welcome.write(folders);
        welcome.print(System.out);
    }

    private static boolean isJourney(String... args) {
        var profiles = new DefaultApplicationArguments(args).getOptionValues("spring.profiles.active");
        return profiles != null && profiles.contains("journey");
    }

    /** Starts a server of its own, with nothing in it, and goes through it as people do. */
    private static boolean travel(String... args) {
        var journeys = Journeys.chosenBy(new DefaultApplicationArguments(args));
        var folders = claim(new DevelopmentFolders(Path.of("target", "journey")));
        folders.empty();
        var ports = DevelopmentPorts.free();
        var server = start(folders, ports, args);
        var world = new JourneyWorld(
                new DemoClients(
                        DevelopmentUrls.of(ports), server.getBean(DemoAccounts.class), new DevelopmentTls(folders)),
                server.getBean(MovableClock.class),
                new JourneyMails(server.getBean(MailFolder.class)),
                folders.root());
        return journeys.run(world, System.out);
    }

    /** Takes the folder until the program ends, or ends the program at once where another one has it. */
    private static DevelopmentFolders claim(DevelopmentFolders folders) {
        DevelopmentLock.take(folders)
                .ifPresentOrElse(lock -> SpringApplication.getShutdownHandlers().add(lock::close), () -> {
                    System.err.printf(IN_USE, folders.root());
                    System.exit(1);
                });
        return folders;
    }

    private static ConfigurableApplicationContext start(
            DevelopmentFolders folders, DevelopmentPorts ports, String... args) {
        var secrets = DevelopmentSecrets.keptIn(folders);
        var ca = new DevelopmentCa(folders.ca(), DevelopmentUrls.of(ports).web());
        ca.createOnce(secrets.read(DevelopmentSecrets.CA_KEYSTORE_PASSWORD));
        var tls = new DevelopmentTls(folders);
        tls.createOnce(secrets.read(DevelopmentSecrets.TLS_KEYSTORE_PASSWORD));
        var places =
                List.of("--FUDAMORI_SECRETS=" + folders.secrets(), "--fudamori.development.home=" + folders.root());
        return SpringApplication.from(FudamoriServer::main)
                .with(DevelopmentConfiguration.class, TestClassExclusion.class)
                .withAdditionalProfiles("development")
                .run(Stream.of(places, ports.asArguments(), ca.asArguments(), tls.asArguments(), List.of(args))
                        .flatMap(List::stream)
                        .toArray(String[]::new))
                .getApplicationContext();
    }
}
