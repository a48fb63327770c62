/**
 * Services that offer language models, each by its own words over HTTP. What is sent is in the ledger before it leaves; keys are in no
 * message and no {@code toString}.
 */
package acquaint.reply.provider;
