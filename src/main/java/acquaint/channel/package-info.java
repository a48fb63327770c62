/** Brings conversations into the desk and takes replies out of it: files today, mailboxes beside them. */
package acquaint.channel;
