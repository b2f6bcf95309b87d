/** Everything that needs the engine's internals: leaving this engine for a fork touches this package only. */
@NullMarked
package jp.fudamori.process.engine;

import org.jspecify.annotations.NullMarked;
