package acquaint.privacy;

import java.net.URI;

/** To whom a masked text goes: the kind of service, where it is, and the model by the service's own name. */
public record Recipient(String provider, URI url, String model) {}
