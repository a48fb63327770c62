/** Finds personal data in texts and masks it before anything leaves for a model, and keeps the ledger of what left. Needs {@code model} only. */
package acquaint.privacy;
