package jp.fudamori.web.status;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The drawings of the models that clinics may see. */
@Component
class Pictures {

    private final Map<String, ProcessPicture> pictures = Stream.of(
                    "certificate-application", "notice-delivery", "qualification-application")
            .collect(toUnmodifiableMap(model -> model, ProcessPicture::new));

    /** Returns the part of the drawing around the place where a case stands, as SVG. */
    String around(NextStep next) {
        return picture(next).around(next.place().element(), label(next));
    }

    /** Returns the whole drawing with a mark where a case stands, as SVG. */
    String whole(NextStep next) {
        return picture(next).whole(next.place().element(), label(next));
    }

    private ProcessPicture picture(NextStep next) {
        var picture = pictures.get(next.place().model());
        if (picture == null) {
            throw new IllegalArgumentException("no picture of " + next.place().model());
        }
        return picture;
    }

    private static String label(NextStep next) {
        return "手続きの流れ図。いまは「" + next.state() + "」のところです。";
    }
}
