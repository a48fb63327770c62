/** What tickets have in common: a customer's recurring issues, like cases of others, a rising group of reports, a customer's timeline. Stores and shows nothing. */
package acquaint.pattern;
