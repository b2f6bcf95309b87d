/**
 * The only place for {@code org.camunda...impl}: plug-ins that tie the engine to the server and close what it leaves
 * open. Leaving the engine for a fork must touch this package only.
 */
@NullMarked
package jp.fudamori.process.engine;

import org.jspecify.annotations.NullMarked;
