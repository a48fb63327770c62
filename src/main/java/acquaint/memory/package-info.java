/**
 * What is kept about each customer: profile items and episodes. {@link acquaint.memory.CustomerMemory} is the port;
 * engines live in packages below. All calls block, know no threads, and are cancelled by interrupt.
 */
package acquaint.memory;
