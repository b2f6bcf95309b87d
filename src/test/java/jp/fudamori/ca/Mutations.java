package jp.fudamori.ca;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages messages in ever new ways; the same seed gives the same damage. */
public final class Mutations {

    private final Random random;
    private final List<byte[]> corpus;

    public Mutations(long seed, List<byte[]> corpus) {
        this.random = new Random(seed);
        this.corpus = List.copyOf(corpus);
    }

    public byte[] next() {
        var message = any().clone();
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            message = mutate(message);
        }
        return message;
    }

    private byte[] any() {
        return corpus.get(random.nextInt(corpus.size()));
    }

    private byte[] mutate(byte[] message) {
        if (message.length == 0) {
            return any().clone();
        }
        return switch (random.nextInt(7)) {
            case 0 -> with(message, (byte) (message[random.nextInt(message.length)] ^ 1 << random.nextInt(8)));
            case 1 -> with(message, (byte) random.nextInt(256));
            case 2 -> with(message, interesting());
            case 3 -> Arrays.copyOf(message, random.nextInt(message.length));
            case 4 -> spliced(message, message, random.nextInt(message.length));
            case 5 -> spliced(message, any(), random.nextInt(message.length));
            default -> wrapped(message);
        };
    }

    private byte[] with(byte[] message, byte value) {
        message[random.nextInt(message.length)] = value;
        return message;
    }

    /** Tags and lengths that matter to a decoder. */
    private byte interesting() {
        var bytes =
                new int[] {0x00, 0x02, 0x04, 0x05, 0x06, 0x0a, 0x24, 0x30, 0x31, 0x7f, 0x80, 0x81, 0x84, 0xa0, 0xff};
        return (byte) bytes[random.nextInt(bytes.length)];
    }

    /** The beginning of one and the end of another. */
    private byte[] spliced(byte[] head, byte[] tail, int cut) {
        var from = random.nextInt(tail.length + 1);
        return Der.concatenate(Arrays.copyOf(head, cut), Arrays.copyOfRange(tail, from, tail.length));
    }

    /** Sequences in sequences. */
    private byte[] wrapped(byte[] message) {
        var depth = random.nextInt(400);
        for (int i = 0; i < depth && message.length < 4000; i++) {
            message = Der.concatenate(Der.header(Der.SEQUENCE, message.length), message);
        }
        return message;
    }
}
