/** Carries out the effects that the desk promised, until each is acknowledged, failed or given to an agent to decide. */
package acquaint.outbox;
