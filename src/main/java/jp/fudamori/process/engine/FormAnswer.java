package jp.fudamori.process.engine;

import java.util.Map;
import jp.fudamori.process.FormRefusal;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;

/**
 * What the engine's REST interface answers to a form that breaks its rules: all sentences in {@code message}, as for
 * every other refusal, and each again in {@code fields} under the key of its field.
 */
final class FormAnswer extends ExceptionDto {

    private final Map<String, String> fields;

    FormAnswer(FormRefusal refusal) {
        this.fields = refusal.messages();
        setType(FormRefusal.class.getSimpleName());
        setMessage(refusal.getMessage());
    }

    public Map<String, String> getFields() {
        return fields;
    }
}
