package jp.fudamori.ca;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.Enumeration;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** A signed revocation list as relying parties fetch it; its entries are loaded when they are read. */
public final class PublishedList {

    private final RevocationListWriter.Edition edition;
    private final RevocationListWriter.Frame frame;
    private final List<Long> parts;
    private final long length;
    private final LongFunction<byte[]> store;

    PublishedList(
            RevocationListWriter.Edition edition,
            RevocationListWriter.Frame frame,
            List<Long> parts,
            long length,
            LongFunction<byte[]> store) {
        this.edition = edition;
        this.frame = frame;
        this.parts = List.copyOf(parts);
        this.length = length;
        this.store = store;
    }

    /** A list that was made elsewhere. */
    static PublishedList of(RevocationList list) {
        return new PublishedList(
                new RevocationListWriter.Edition(list.number(), list.thisUpdate(), list.nextUpdate()),
                new RevocationListWriter.Frame(list.der(), new byte[0]),
                List.of(),
                list.der().length,
                part -> new byte[0]);
    }

    /** Grows with every list of the same certificates (RFC 5280, 5.2.3). */
    public long number() {
        return edition.number();
    }

    public Instant thisUpdate() {
        return edition.thisUpdate();
    }

    /** Relying parties must not use the list any longer. */
    public Instant nextUpdate() {
        return edition.nextUpdate();
    }

    /** Bytes of the encoding. */
    public long length() {
        return length;
    }

    /** CertificateList, DER (RFC 5280, 5.1); holds one part in memory at a time. */
    public InputStream open() {
        var pieces = Stream.of(Stream.of(frame.head()), parts.stream().map(store::apply), Stream.of(frame.tail()))
                .flatMap(each -> each)
                .iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return pieces.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return new ByteArrayInputStream(pieces.next());
            }
        });
    }

    RevocationListWriter.Frame frame() {
        return frame;
    }

    List<Long> parts() {
        return parts;
    }
}
