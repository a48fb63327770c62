/**
 * Tickets, messages, drafts, outbox and audit trail in one SQL database. {@link acquaint.store.Desk} lends a
 * {@link acquaint.store.Session} for one transaction; all calls block, may come from any thread but the JavaFX thread,
 * and are not disturbed by an interrupt.
 */
package acquaint.store;
