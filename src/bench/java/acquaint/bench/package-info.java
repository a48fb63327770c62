/**
 * Measures the program as users feel it: a start, a change of ticket, a key in the filter, and the memory it takes. Run by
 * the Maven profile {@code bench}, never by a test run.
 */
package acquaint.bench;
