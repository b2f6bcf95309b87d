package jp.fudamori.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jp.fudamori.calendar.CalendarDesk;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Days on which the office is open or closed otherwise than calculated; for operators. */
@RestController
@RequestMapping("/api/calendar/days")
@Tag(name = "営業日")
class CalendarController {

    private final CalendarDesk desk;

    CalendarController(CalendarDesk desk) {
        this.desk = desk;
    }

    @Operation(summary = "計算とは別に定めた開庁日・閉庁日を、日付順に一覧する")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    List<Day> list() {
        return desk.overrides().stream()
                .map(override -> new Day(override.day(), override.open(), override.name()))
                .toList();
    }

    @Operation(summary = "1日を開庁日または閉庁日と定める。同じ日の以前の定めは置き換わる。受け付け済みの期限は、再計算を指示するまで変わらない")
    @ApiResponse(responseCode = "204", description = "定めてある")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@RequestBody Day day, LoggedIn caller) {
        desk.decide(day.date(), day.isOpen(), day.name(), caller.account().id().value());
    }

    @Operation(summary = "定めを取り消し、計算どおりの日に戻す。受け付け済みの期限は早まらない")
    @ApiResponse(responseCode = "204", description = "定めはない")
    @DeleteMapping("/{date}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable LocalDate date, LoggedIn caller) {
        desk.withdraw(date, caller.account().id().value());
    }

    /** A day that was decided otherwise than calculated. */
    @Schema(description = "計算とは別に定めた日")
    record Day(
            @Schema(description = "日付（1980年から2099年まで）") LocalDate date,
            @Schema(description = "開庁日か") Boolean open,

            @Schema(description = "名称（1～50文字）", example = "臨時休業日")
            String name) {

        Day {
            Objects.requireNonNull(date, "date");
            Objects.requireNonNull(open, "open");
            Objects.requireNonNull(name, "name");
        }

        private boolean isOpen() {
            return open;
        }
    }
}
