/**
 * What happens to a ticket, as use cases: intake, queue, conversation, drafts, replies, changes, import. Everything here
 * blocks and knows no threads; nothing here may be called on the JavaFX thread unless it says so.
 */
package acquaint.casework;
