package jp.fudamori.web.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/**
 * The drawing of a model, made from it by {@code docs/draw}, with a mark at one of its elements. It is ours and holds
 * nothing that anybody typed, so pages may show it as it is.
 */
final class ProcessPicture {

    /** Size of the part that is shown around the mark, in the units of the drawing (a task is 120 × 80). */
    private static final int WIDTH = 900;

    private static final int HEIGHT = 420;
    private static final Pattern VIEW = Pattern.compile("viewBox=\"(\\S+) (\\S+) (\\S+) (\\S+)\"");

    private final String drawing;

    ProcessPicture(String model) {
        try (var file = new ClassPathResource("pictures/" + model + ".svg").getInputStream()) {
            drawing = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the whole drawing; the marked element has the id {@code here}. */
    String whole(String element, String label) {
        return labelled(marked(element), label);
    }

    /** Returns the part of the drawing around the marked element. */
    String around(String element, String label) {
        var place = Pattern.compile("transform=\"matrix\\(1 0 0 1 (\\S+) (\\S+)\\)\" id=\"at-" + element + "\"")
                .matcher(drawing);
        var view = VIEW.matcher(drawing);
        if (!place.find() || !view.find()) {
            throw new IllegalArgumentException("the picture has no " + element);
        }
        var x = within(number(place.group(1)) - 330, number(view.group(1)), number(view.group(3)) - WIDTH);
        var y = within(number(place.group(2)) - 170, number(view.group(2)), number(view.group(4)) - HEIGHT);
        var part = "viewBox=\"%.0f %.0f %d %d\"".formatted(x, y, WIDTH, HEIGHT);
        return labelled(marked(element).replaceFirst(VIEW.pattern(), part), label);
    }

    private String marked(String element) {
        var id = "id=\"at-" + element + "\"";
        if (!drawing.contains(id)) {
            throw new IllegalArgumentException("the picture has no " + element);
        }
        return drawing.replace(id, "id=\"here\" class=\"here\"");
    }

    private static String labelled(String picture, String label) {
        return picture.replaceFirst("<svg ", "<svg role=\"img\" aria-label=\"" + label + "\" ");
    }

    /** Keeps the part within the drawing, where that is large enough. */
    private static double within(double wished, double begin, double room) {
        return Math.max(begin, Math.min(wished, begin + Math.max(0, room)));
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }
}
