package jp.fudamori.reissue;

import java.time.LocalDate;

/**
 * What a clinic tells about a loss.
 *
 * @param on day of the loss, or on which it was noticed, Asia/Tokyo
 * @param place 1 to 100 characters
 * @param circumstances at most 400 characters, may be empty
 */
public record Loss(LossKind kind, LocalDate on, String place, String circumstances) {}
