package jp.fudamori.callcentre;

/** How the staff made sure that a caller speaks for the clinic. */
public enum IdentityCheck {
    CALLBACK("登録の電話番号へ折り返し"),
    REFERENCE_AND_NAME("受付番号と医療機関名の照合"),
    REGISTERED_DETAILS("登録の所在地とメールアドレスの照合");

    private final String label;

    IdentityCheck(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
