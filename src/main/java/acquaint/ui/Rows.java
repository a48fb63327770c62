package acquaint.ui;

import java.util.List;
import javafx.collections.ObservableList;

/** Brings a list on screen up to date with as few changes as possible, so that scroll position and selection stay. */
final class Rows {

    /** Each row changed by itself costs a search of the list's selection and cells: beyond this the whole list is set anew. */
    private static final int FEW = 64;

    private Rows() {}

    static <T> void update(ObservableList<T> shown, List<T> wanted) {
        int head = 0;
        int shorter = Math.min(shown.size(), wanted.size());
        while (head < shorter && shown.get(head).equals(wanted.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && shown.get(shown.size() - 1 - tail).equals(wanted.get(wanted.size() - 1 - tail))) {
            tail++;
        }
        int oldEnd = shown.size() - tail;
        int newEnd = wanted.size() - tail;
        if (Math.max(oldEnd, newEnd) - head > FEW) {
            shown.setAll(wanted);
        } else if (oldEnd == newEnd) {
            for (int i = head; i < newEnd; i++) {
                shown.set(i, wanted.get(i));
            }
        } else {
            shown.remove(head, oldEnd);
            shown.addAll(head, wanted.subList(head, newEnd));
        }
    }
}
