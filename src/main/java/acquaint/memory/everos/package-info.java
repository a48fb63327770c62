/**
 * A client of the EverOS memory service in its three dialects, and {@link acquaint.memory.everos.EverOsMemory}, which is
 * the port's engine on top of it. {@link acquaint.memory.everos.Dialect}s are pure: they turn a neutral request into a
 * {@link acquaint.memory.everos.Call} and its answer into neutral records; {@link acquaint.memory.everos.EverOsHttp} is
 * the only class that talks to the network. Everything blocks, knows no threads of its own and is cancelled by interrupt.
 */
package acquaint.memory.everos;
