package jp.fudamori.process.engine;

import java.time.Clock;
import jp.fudamori.calendar.BusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Lets every model write a timer, a due date or a follow-up date in business days. Cycles stay as they are. */
@Component
class BusinessCalendars extends AbstractProcessEnginePlugin {

    private final BusinessCalendar calendar;
    private final Clock clock;

    BusinessCalendars(BusinessCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        var calendars = (MapBusinessCalendarManager) engine.getBusinessCalendarManager();
        calendars.addBusinessCalendar(
                DurationBusinessCalendar.NAME, new BusinessDays(new DurationBusinessCalendar(), calendar, clock));
        calendars.addBusinessCalendar(
                DueDateBusinessCalendar.NAME, new BusinessDays(new DueDateBusinessCalendar(), calendar, clock));
    }
}
