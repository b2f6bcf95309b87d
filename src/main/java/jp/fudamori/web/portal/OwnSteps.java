package jp.fudamori.web.portal;

import java.util.Map;
import jp.fudamori.account.Account;
import jp.fudamori.process.TaskDesk;
import org.springframework.stereotype.Component;

/** Whose step is whose. */
@Component
class OwnSteps {

    private final TaskDesk desk;

    OwnSteps(TaskDesk desk) {
        this.desk = desk;
    }

    boolean has(Account account, String taskId) {
        return desk.form(account, taskId, Map.of()).isPresent();
    }
}
