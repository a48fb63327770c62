/**
 * The command line for administrators and scripts. Answers go to standard output, everything else to standard error, and
 * no class of the window is touched. Commands know no files of the desk: they are lent what they work with.
 */
package acquaint.command;
