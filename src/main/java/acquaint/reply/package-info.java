/** Drafts: what a reply could say, sentence by sentence, and the evidence that each rests on. */
package acquaint.reply;
