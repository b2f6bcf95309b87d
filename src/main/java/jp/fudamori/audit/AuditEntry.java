package jp.fudamori.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;

/** One line of the audit trail. */
record AuditEntry(long id, Instant at, String actor, String action, String subject, String detail) {

    /**
     * Returns SHA-256 over the hash before it and every field with its length, so that no two entries hash alike.
     *
     * @param previous 32 bytes; for the first entry, zeros
     */
    byte[] seal(byte[] previous) {
        var digest = sha256();
        digest.update(previous);
        digest.update(ByteBuffer.allocate(20)
                .putLong(id)
                .putLong(at.getEpochSecond())
                .putInt(at.getNano())
                .array());
        for (var field : List.of(actor, action, subject, detail)) {
            var bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
