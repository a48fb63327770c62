package acquaint.update;

import java.net.URI;
import java.util.Optional;

/** A version that can be had: what is new in it, as plain text, and the page where it can be had, over https. */
public record Release(String version, String notes, Optional<URI> url) {}
