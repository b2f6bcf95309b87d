package jp.fudamori.process.engine;

import java.util.Set;
import java.util.function.Supplier;
import jp.fudamori.account.Role;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractModificationCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractPatchVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractProcessInstanceModificationCommand;
import org.camunda.bpm.engine.impl.cmd.AbstractRestartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractVariableCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.EvaluateStartConditionCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceAsyncCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SetProcessDefinitionVersionCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.batch.CorrelateAllMessageBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.variables.SetVariablesToProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.migration.AbstractMigrationCmd;
import org.jspecify.annotations.Nullable;

/**
 * Keeps processes on the way that their model draws: nobody but an administrator starts one in its middle, moves it,
 * changes its variables or wakes it. The engine would let whoever may start a process start it behind its review, with
 * listeners left out. Our own steps and jobs are not affected; they act inside a command or without a user.
 */
class ShortcutGuard extends CommandInterceptor {

    private static final Set<Class<?>> SHORTCUTS = Set.of(
            StartProcessInstanceAtActivitiesCmd.class,
            AbstractProcessInstanceModificationCommand.class,
            ModifyProcessInstanceCmd.class,
            ModifyProcessInstanceAsyncCmd.class,
            AbstractModificationCmd.class,
            AbstractRestartProcessInstanceCmd.class,
            AbstractMigrationCmd.class,
            SetProcessDefinitionVersionCmd.class,
            AbstractVariableCmd.class,
            AbstractPatchVariablesCmd.class,
            SetVariablesToProcessInstancesBatchCmd.class,
            AbstractCorrelateMessageCmd.class,
            CorrelateAllMessageBatchCmd.class,
            MessageEventReceivedCmd.class,
            SignalEventReceivedCmd.class,
            SignalCmd.class,
            EvaluateStartConditionCmd.class,
            DelegateTaskCmd.class,
            ResolveTaskCmd.class,
            DeleteTaskCmd.class);

    private final Supplier<@Nullable Authentication> caller;

    ShortcutGuard(Supplier<@Nullable Authentication> caller) {
        this.caller = caller;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (isShortcut(command)) {
            refuseAllButAdministrators();
        }
        return next.execute(command);
    }

    /** Passes where nobody asks from outside, that is inside another command and where there is no user. */
    void refuseAllButAdministrators() {
        if (Context.getCommandContext() == null && isConfined(caller.get())) {
            throw new AuthorizationException("手続きの途中から始めることや、流れ・変数・処理を手で動かすことは、システム管理者だけができます。");
        }
    }

    private static boolean isShortcut(Command<?> command) {
        return SHORTCUTS.stream().anyMatch(shortcut -> shortcut.isInstance(command));
    }

    private static boolean isConfined(@Nullable Authentication user) {
        return user != null
                && (user.getGroupIds() == null || !user.getGroupIds().contains(Role.ADMINISTRATOR.group()));
    }
}
