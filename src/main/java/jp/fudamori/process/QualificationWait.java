package jp.fudamori.process;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.fudamori.institution.InstitutionCode;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.stereotype.Component;

/**
 * Processes that wait for the 利用申請 of their institution: each has subscribed to the message
 * {@link #QUALIFICATION_ACCEPTED}, and carries the code in its variable {@link #INSTITUTION_CODE}.
 */
@Component
public class QualificationWait {

    public static final String QUALIFICATION_ACCEPTED = "qualification-accepted";

    /** Ten digits; set on the process instance, not on a task. */
    public static final Variable<String> INSTITUTION_CODE = Variable.text("institutionCode");

    private static final int PAGE = 1000;

    private final RuntimeService runtime;

    QualificationWait(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Lets every process go on that waits for one of the institutions. */
    void end(Set<InstitutionCode> institutions) {
        // asking who waits costs the same for one institution and for a file of a hundred thousand
        var concerned = institutions.size() == 1 ? institutions : waiting(institutions);
        concerned.forEach(code -> runtime.createMessageCorrelation(QUALIFICATION_ACCEPTED)
                .processInstanceVariableEquals(INSTITUTION_CODE.name(), code.value())
                .correlateAll());
    }

    private Set<InstitutionCode> waiting(Set<InstitutionCode> among) {
        var processes =
                runtime
                        .createEventSubscriptionQuery()
                        .eventType("message")
                        .eventName(QUALIFICATION_ACCEPTED)
                        .list()
                        .stream()
                        .map(EventSubscription::getProcessInstanceId)
                        .distinct()
                        .toList();
        return IntStream.iterate(0, first -> first < processes.size(), first -> first + PAGE)
                .mapToObj(first -> processes.subList(first, Math.min(first + PAGE, processes.size())))
                .flatMap(this::institutions)
                .filter(among::contains)
                .collect(toUnmodifiableSet());
    }

    private Stream<InstitutionCode> institutions(List<String> processes) {
        return runtime
                .createVariableInstanceQuery()
                .processInstanceIdIn(processes.toArray(String[]::new))
                .variableName(INSTITUTION_CODE.name())
                .list()
                .stream()
                .filter(QualificationWait::belongsToTheProcess)
                .map(variable -> new InstitutionCode(String.valueOf(variable.getValue())));
    }

    private static boolean belongsToTheProcess(VariableInstance variable) {
        return variable.getProcessInstanceId().equals(variable.getExecutionId());
    }
}
