package jp.fudamori.browser;

import com.microsoft.playwright.options.FilePayload;
import jp.fudamori.OpenSsl;
import jp.fudamori.Participants;
import jp.fudamori.ServerTest;
import jp.fudamori.ca.KeyAlgorithm;
import jp.fudamori.ca.Requests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class OwnKeyBrowserIT {

    private static final String PAGE = "/certificates/own-keys";
    private static final String NAME = "端末名称等";
    private static final String REQUEST = "証明書署名要求（PKCS#10）";

    @RegisterExtension
    final Windows windows = new Windows();

    @LocalServerPort
    int port;

    @Autowired
    Participants people;

    @Test
    void aClerkIsToldWhatIsWrongAndRegistersAKey() {
        var window = windows.phone(port);
        var portal = new Portal(window).logIn(people.clinic());

        portal.open(PAGE).type(NAME, "ベンダー端末1号機").type(REQUEST, "鍵です").press("登録する");
        portal.says("読み取れません").shows("持込鍵", "own-key-refused");
        portal.type(REQUEST, OpenSsl.pem("CERTIFICATE REQUEST", Requests.of(KeyAlgorithm.EC_P256.generate())))
                .press("登録する");

        portal.says("申請を待っている鍵").says("楕円曲線 P-256");
        window.inspect("own-keys");
    }

    @Test
    void aClerkChoosesAFile() {
        var window = windows.desktop(port);
        var portal = new Portal(window).logIn(people.clinic());
        var request = Requests.of(KeyAlgorithm.EC_P256.generate());

        portal.open(PAGE).type(NAME, "ベンダー端末1号機");
        window.page()
                .getByLabel("証明書署名要求のファイル")
                .setInputFiles(new FilePayload("request.csr", "application/pkcs10", request));
        portal.press("登録する");

        portal.says("申請を待っている鍵").shows("持込鍵", "own-key-by-file");
    }
}
