/**
 * Memory on this computer: a Lucene index searched by keyword, with episodes and profile items made by plain rules.
 * The only room that knows Lucene. Index writes happen on the one platform thread {@code embed}; reads on the caller's.
 */
package acquaint.memory.local;
