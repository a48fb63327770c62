/** What is told of the program and a desk to somebody who looks for a fault, without anybody's personal data. */
package acquaint.casework.diagnostics;
