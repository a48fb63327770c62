/**
 * One program for each data directory: a file lock decides who is first, and a second start talks to the first over the
 * loopback interface. Anybody on the machine may connect there, so each request carries a token that only the owner of
 * the directory can read.
 */
package acquaint.instance;
