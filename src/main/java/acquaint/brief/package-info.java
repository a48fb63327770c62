/** Reads a ticket for a handoff: what was asked, tried, promised and found out, and how the customer feels about it. Stores nothing, shows nothing. */
package acquaint.brief;
