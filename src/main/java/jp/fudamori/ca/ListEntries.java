package jp.fudamori.ca;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/**
 * The entries of a list, written as they come (RFC 5280, 5.1.2.6 and 5.3.1). By hand, because half a million small
 * objects would be made for nothing else.
 */
final class ListEntries {

    private static final int INTEGER = 0x02;
    private static final int UTC_TIME = 0x17;
    private static final int GENERALIZED_TIME = 0x18;
    private static final Instant UTC_TIME_ENDS = Instant.parse("2050-01-01T00:00:00Z");
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("uuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter LONG =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    /** crlEntryExtensions with nothing but a reason, which is the last byte. */
    private static final byte[] REASON = HexFormat.of().parseHex("300c300a0603551d1504030a0100");

    private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
    private long lastSecond = Long.MIN_VALUE;
    private byte[] lastTime = {};

    /**
     * @param serial 32 hexadecimal digits
     * @param reason CRLReason, 1 to 10
     * @param second since the epoch
     */
    void add(String serial, int reason, long second) {
        var number = HexFormat.of().parseHex(serial);
        var first = 0;
        while (first < number.length - 1 && number[first] == 0) {
            first++;
        }
        var sign = number[first] < 0 ? 1 : 0;
        var time = time(second);
        var length = number.length - first + sign;
        entries.write(Der.SEQUENCE);
        entries.write(2 + length + time.length + REASON.length);
        entries.write(INTEGER);
        entries.write(length);
        if (sign == 1) {
            entries.write(0);
        }
        entries.write(number, first, number.length - first);
        entries.writeBytes(time);
        entries.write(REASON, 0, REASON.length - 1);
        entries.write(reason);
    }

    private byte[] time(long second) {
        if (second != lastSecond) {
            var at = Instant.ofEpochSecond(second);
            var isShort = at.isBefore(UTC_TIME_ENDS);
            var text = (isShort ? SHORT : LONG).format(at).getBytes(StandardCharsets.US_ASCII);
            lastTime = Der.concatenate(Der.header(isShort ? UTC_TIME : GENERALIZED_TIME, text.length), text);
            lastSecond = second;
        }
        return lastTime;
    }

    byte[] der() {
        return entries.toByteArray();
    }
}
