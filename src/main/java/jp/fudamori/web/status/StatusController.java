package jp.fudamori.web.status;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jp.fudamori.application.CertificateApplication.Undecided;
import jp.fudamori.fee.FeeDesk;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.process.TaskDesk;
import jp.fudamori.qualification.QualificationApplication;
import jp.fudamori.qualification.QualificationDesk;
import jp.fudamori.qualification.QualificationNumber;
import jp.fudamori.web.LoggedIn;
import jp.fudamori.web.portal.NoSuchPage;
import jp.fudamori.web.portal.Page;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** 申請状況照会 for a clinic: its applications, and each as a timeline with the picture of the process. */
@Page
@RequestMapping("/status")
class StatusController {

    private static final List<String> STAGES = List.of("申請", "審査", "発行", "郵送", "ダウンロード");
    private static final List<String> QUALIFICATION_STAGES = List.of("利用申請", "審査", "受理");
    private static final String QUALIFICATION = "R.*";

    private final ApplicationCases cases;
    private final QualificationDesk qualifications;
    private final FeeDesk fees;
    private final Pictures pictures;
    private final TaskDesk tasks;

    StatusController(
            ApplicationCases cases, QualificationDesk qualifications, FeeDesk fees, Pictures pictures, TaskDesk tasks) {
        this.cases = cases;
        this.qualifications = qualifications;
        this.fees = fees;
        this.pictures = pictures;
        this.tasks = tasks;
    }

    @GetMapping
    String list(LoggedIn caller, Model page) {
        var institution = Clinic.of(caller);
        var lines = Stream.concat(
                        cases.lines(institution).stream(),
                        qualifications.of(institution).stream().map(StatusLine::of))
                .sorted(Comparator.comparing(StatusLine::at).reversed())
                .toList();
        page.addAttribute("lines", lines);
        return "status/list";
    }

    @GetMapping("/{number}")
    String show(@PathVariable String number, LoggedIn caller, Model page) {
        var institution = Clinic.of(caller);
        page.addAttribute("number", number);
        page.addAttribute(
                "tasks",
                tasks.open(caller.account()).stream()
                        .filter(task -> task.number().filter(number::equals).isPresent())
                        .toList());
        return number.matches(QUALIFICATION)
                ? show(qualification(number, institution), page)
                : show(cases.of(number, institution), page);
    }

    /** The whole picture, for those who want to see more than where they stand. */
    @GetMapping("/{number}/picture")
    String picture(@PathVariable String number, LoggedIn caller, Model page) {
        var institution = Clinic.of(caller);
        var next = number.matches(QUALIFICATION)
                ? QualificationStep.of(qualification(number, institution))
                : cases.of(number, institution).next();
        page.addAttribute("number", number);
        page.addAttribute("next", next);
        page.addAttribute("picture", pictures.whole(next));
        return "status/picture";
    }

    private String show(ApplicationCase found, Model page) {
        var application = found.application();
        add(found.next(), STAGES, page);
        page.addAttribute("entries", Timeline.of(found, cases.today()));
        page.addAttribute("cancellable", application instanceof Undecided);
        page.addAttribute("contact", application.particulars().contactName());
        page.addAttribute(
                "terminals",
                TerminalLine.of(
                        application,
                        found.issued(),
                        fees.fees(application.number().value())));
        return "status/show";
    }

    private String show(QualificationApplication found, Model page) {
        add(QualificationStep.of(found), QUALIFICATION_STAGES, page);
        page.addAttribute("entries", QualificationTimeline.of(found));
        page.addAttribute("withdrawable", found instanceof QualificationApplication.Submitted);
        page.addAttribute(
                "entry", found.lastSubmission().orElseThrow(NoSuchPage::new).entry());
        return "status/qualification";
    }

    private void add(NextStep next, List<String> stages, Model page) {
        page.addAttribute("next", next);
        page.addAttribute("stages", stages);
        page.addAttribute("picture", pictures.around(next));
    }

    private QualificationApplication qualification(String number, InstitutionCode institution) {
        return QualificationNumber.parse(number)
                .flatMap(qualifications::find)
                .filter(found -> found.opening().institution().equals(institution))
                .orElseThrow(NoSuchPage::new);
    }
}
