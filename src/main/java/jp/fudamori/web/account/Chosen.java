package jp.fudamori.web.account;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A password that somebody chose, typed twice. */
record Chosen(String password, String again) {

    /** What a form left out is empty. */
    Chosen(@Nullable String password, @Nullable String again) {
        this.password = Objects.requireNonNullElse(password, "");
        this.again = Objects.requireNonNullElse(again, "");
    }

    /** Without the password, because frameworks log what they bind. */
    @Override
    public String toString() {
        return "Chosen";
    }
}
