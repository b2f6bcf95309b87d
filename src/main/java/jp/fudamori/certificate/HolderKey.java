package jp.fudamori.certificate;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Optional;

/** @param made the private key, where we made it; empty where the clinic has it */
record HolderKey(PublicKey key, Optional<PrivateKey> made) {}
