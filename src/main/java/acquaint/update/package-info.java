/** Asks an address that a team named whether there is a newer version of the program. */
package acquaint.update;
