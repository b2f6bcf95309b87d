package jp.fudamori.demo;

/** The certificate authority of a development server, made at the first start under {@code ca}. */
final class DevelopmentCa {

    private DevelopmentCa() {}

    static void createOnce(DevelopmentFolders folders, DevelopmentSecrets secrets) {
        SecretFile.createFolder(folders.ca());
    }
}
