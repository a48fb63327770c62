/**
 * Memory on this computer: a Lucene index searched by the words of each language, and vectors searched by meaning, with
 * episodes and profile items made by plain rules.
 * The only room that knows Lucene. Index writes happen on the one platform thread {@code embed}; reads on the caller's. What
 * memories mean is told on {@code embed-memories}, what questions mean on {@code embed-question}.
 */
package acquaint.memory.local;
