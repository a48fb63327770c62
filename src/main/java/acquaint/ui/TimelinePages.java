package acquaint.ui;

import acquaint.casework.Timelines;
import acquaint.model.CustomerId;
import acquaint.pattern.CustomerTimeline;
import acquaint.pattern.Moment;
import java.util.ArrayList;
import java.util.List;

/** As much of a customer's timeline as was read so far, newest first. Immutable. */
record TimelinePages(CustomerId customer, String filter, List<Moment> moments, boolean earlier) {

    TimelinePages {
        moments = List.copyOf(moments);
    }

    /** The newest page. Blocks. */
    static TimelinePages first(Timelines timelines, CustomerId customer, String filter) {
        CustomerTimeline page = timelines.of(customer, filter);
        return new TimelinePages(customer, filter, page.moments(), page.earlier());
    }

    /** With one page more. Blocks. */
    TimelinePages andEarlier(Timelines timelines) {
        if (!earlier || moments.isEmpty()) {
            return new TimelinePages(customer, filter, moments, false);
        }
        CustomerTimeline page = timelines.before(customer, filter, moments.getLast());
        var all = new ArrayList<>(moments);
        all.addAll(page.moments());
        return new TimelinePages(customer, filter, all, page.earlier() && !page.moments().isEmpty());
    }

    /** With as many pages as it takes to have this moment. Blocks; an interrupt ends it. */
    TimelinePages upTo(Moment wanted, Timelines timelines) throws InterruptedException {
        TimelinePages pages = this;
        while (pages.earlier && !pages.moments.contains(wanted)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            pages = pages.andEarlier(timelines);
        }
        return pages;
    }
}
