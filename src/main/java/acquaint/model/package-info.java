/** What a desk talks about: immutable records and the legal status changes. Imports nothing but the JDK's {@code java.*}. */
package acquaint.model;
