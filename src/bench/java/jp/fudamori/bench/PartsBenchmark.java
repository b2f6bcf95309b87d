package jp.fudamori.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jp.fudamori.ca.BareAuthority;
import jp.fudamori.calendar.BusinessCalendar;
import jp.fudamori.common.Seal;
import jp.fudamori.demo.SyntheticInstitutions;
import jp.fudamori.institution.CheckDigitRule;
import jp.fudamori.institution.CheckDigitRules;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.notice.BareLetter;
import jp.fudamori.process.form.Form;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The small parts, one thread, mean time a piece. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class PartsBenchmark {

    private final BusinessCalendar calendar = BusinessCalendar.byLaw();
    private final CheckDigitRules rules = new CheckDigitRules(CheckDigitRule.NINE_DIGITS, Map.of());
    private final InstitutionCode code = SyntheticInstitutions.OSAKA_DENTAL;
    private final Form form = form();
    private final Map<String, Object> entered = Map.copyOf(Forms.fieldsOf("enterApplication"));
    private final BareAuthority authority = new BareAuthority();
    private final BareLetter letter = new BareLetter();
    private final Seal seal = new Seal(new byte[32]);
    private final byte[] key = new byte[1_218]; // as long as an RSA-2048 key in PKCS#8
    private final byte[] sealed = seal.seal(key, "bench");

    private static Form form() {
        try (var file = Files.newInputStream(Path.of("forms", "enter-application.form"))) {
            return Form.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Benchmark
    public LocalDate dueDate() {
        return calendar.dueDate(LocalDate.of(2026, 12, 25), 5);
    }

    @Benchmark
    public boolean checkDigit() {
        return rules.agree(code);
    }

    @Benchmark
    public Map<String, Object> acceptForm() {
        return form.accept(entered, Map::of);
    }

    @Benchmark
    public List<byte[]> sealAndOpen() {
        return List.of(seal.seal(key, "bench"), seal.open(sealed, "bench"));
    }

    @Benchmark
    public byte[] vet() {
        return authority.vet();
    }

    @Benchmark
    public byte[] sign() {
        return authority.sign();
    }

    @Benchmark
    public byte[] pkcs12() {
        return authority.pack();
    }

    @Benchmark
    public byte[] letter() {
        return letter.print();
    }
}
