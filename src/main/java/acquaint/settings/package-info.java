/** What the user chose, in a file, and where this program keeps its files. Secrets never stand here. */
package acquaint.settings;
