package jp.fudamori.browser;

import com.microsoft.playwright.Browser;

/** What the person in front of the page uses. */
enum Device {
    DESKTOP(1280, 900, false),
    /** The narrowest phone that is still common. */
    PHONE(375, 667, true),
    /** What a page at 400 % on a desktop has left, WCAG 2.2 SC 1.4.10. */
    MAGNIFIED(320, 256, false);

    private final int width;
    private final int height;
    private final boolean touch;

    Device(int width, int height, boolean touch) {
        this.width = width;
        this.height = height;
        this.touch = touch;
    }

    /** In pixels of CSS. */
    int width() {
        return width;
    }

    /** A fresh visitor: no cookies, Japanese, in Japan. */
    Browser.NewContextOptions visitor(String url) {
        return new Browser.NewContextOptions()
                .setBaseURL(url)
                .setViewportSize(width, height)
                .setHasTouch(touch)
                .setIsMobile(touch)
                .setLocale("ja-JP")
                .setTimezoneId("Asia/Tokyo");
    }
}
