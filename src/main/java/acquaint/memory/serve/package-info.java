/**
 * The embedded memory behind the HTTP API of EverOS, in each of its dialects, so that other programs share it with the
 * desk by the client they already have.
 */
package acquaint.memory.serve;
