package acquaint.ui;

import java.util.List;
import javafx.collections.ObservableList;

/** Brings a list on screen up to date with as few changes as possible, so that scroll position and selection stay. */
final class Rows {

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
        if (oldEnd - head == newEnd - head) {
            for (int i = head; i < newEnd; i++) {
                shown.set(i, wanted.get(i));
            }
        } else if (head == 0 && tail == 0) {
            shown.setAll(wanted);
        } else {
            shown.remove(head, oldEnd);
            shown.addAll(head, wanted.subList(head, newEnd));
        }
    }
}
