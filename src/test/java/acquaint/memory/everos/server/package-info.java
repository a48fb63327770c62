/**
 * A server that behaves as the EverOS API is documented, with state, for tests: it judges the client and shares no code with
 * it. {@link acquaint.memory.everos.server.EverOsServer} is what tests use.
 */
package acquaint.memory.everos.server;
