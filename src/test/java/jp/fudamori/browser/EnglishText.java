package jp.fudamori.browser;

import com.microsoft.playwright.Page;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.fudamori.account.Role;
import jp.fudamori.institution.Prefecture;

/**
 * Finds English that a page shows or reads out: visible text, title, what fields and pictures are called. A word is two
 * Latin letters or more; names, addresses and numbers are no words, nor is what stands in {@code <code>} on a page.
 */
final class EnglishText {

    private static final String VISIBLE_TEXTS = """
            () => {
              const texts = new Set([document.title]);
              const seen = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
              const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (nodes.nextNode()) {
                const parent = nodes.currentNode.parentElement;
                if (!parent.closest('script, style, noscript, textarea, main code') && seen(parent)) texts.add(nodes.currentNode.data);
              }
              const names = ['aria-label', 'aria-description', 'title', 'alt', 'placeholder', 'label'];
              for (const element of document.body.querySelectorAll('*')) {
                if (seen(element)) {
                  names.forEach(name => texts.add(element.getAttribute(name) ?? ''));
                  if (element.matches('input[type=submit], input[type=button], input[type=reset]')) texts.add(element.value);
                }
              }
              return [...texts].map(text => text.trim()).filter(text => /[A-Za-z]{2}/.test(text));
            }
            """;

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

    /** Mail and web addresses, numbers with letters in them such as {@code R20261122-00001}, and paths of files. */
    private static final Pattern NO_WORDS = Pattern.compile(
            "https?://\\S+|[\\w.+-]+@[\\w.-]+|/?[\\w.-]+(?:/[\\w.-]+)+|[\\w-]*\\d[\\w-]*|[\\w-]+\\.(?:pdf|csv|ics|p12)\\b");

    /** What Japanese offices write in Latin letters too. */
    private static final Set<String> NAMES = Set.of(
            "ID PDF CSV JIS QR OK TOTP CP CPS CRL CA PKCS RSA SHA URL USB CD PC KB MB mm Outlook Google iPhone iPad Web Asia Tokyo Camunda Platform"
                    .split(" "));

    /**
     * Ids of models, instances and Java: parts joined by a hyphen, a dot, a colon or a capital; and what stands in ${}.
     */
    private static final Pattern IDENTIFIERS =
            Pattern.compile("\\$\\{[^}]*}|[\\w@]+(?:[-.:][\\w@]+)+|\\b[a-z]+(?:[A-Z][a-z]*)+\\b|\\bDATE:|\\bDURATION:");

    private static final Set<String> NAMES_OF_THE_ENGINE = Set.of(
            "Powered by bpmn.io",
            "WORKFLOW",
            "ACCESS",
            "ALL",
            "FEEL",
            "BPMN",
            "DMN",
            "UTC",
            "README",
            "default",
            "SpringAutoDeployment",
            "bpmn",
            "forms");

    private final Set<String> names;
    private final Pattern noWords;

    private EnglishText(Set<String> names, Pattern noWords) {
        this.names = names;
        this.noWords = noWords;
    }

    /** @param more names that the page may show besides */
    static EnglishText except(Collection<String> more) {
        var names = commonNames();
        names.addAll(more);
        return new EnglishText(names, NO_WORDS);
    }

    /** Lets the engine's ids and the groups of our roles pass, for pages that are about them. */
    static EnglishText exceptIdentifiers() {
        var names = commonNames();
        names.addAll(NAMES_OF_THE_ENGINE);
        names.addAll(WebApp.folders());
        Stream.of(Role.values()).map(Role::group).forEach(names::add);
        return new EnglishText(names, Pattern.compile(NO_WORDS + "|" + IDENTIFIERS));
    }

    /** The forms of the manual write a prefecture as {@code 14 神奈川県 kanagawa}. */
    private static Set<String> commonNames() {
        var names = new HashSet<>(NAMES);
        Stream.of(Prefecture.values())
                .map(prefecture -> prefecture.name().toLowerCase(Locale.ROOT))
                .forEach(names::add);
        return names;
    }

    /** @return the texts with English in them, each once; empty when all is Japanese */
    List<String> on(Page page) {
        var texts = (List<?>) page.evaluate(VISIBLE_TEXTS);
        return texts.stream().map(String.class::cast).filter(this::isEnglish).toList();
    }

    private boolean isEnglish(String text) {
        var rest = noWords.matcher(text).replaceAll("");
        for (var name : names) {
            rest = rest.replaceAll("(?<![A-Za-z])" + Pattern.quote(name) + "(?![A-Za-z])", "");
        }
        return WORD.matcher(rest).find();
    }
}
