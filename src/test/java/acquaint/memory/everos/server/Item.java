package acquaint.memory.everos.server;

import java.util.ArrayList;
import java.util.List;

/** One item of a profile. */
final class Item {

    final String id;
    final String category;
    String description;
    String evidence;
    final List<Cell> sources = new ArrayList<>();

    Item(String id, String category, String description) {
        this.id = id;
        this.category = category;
        this.description = description;
    }
}
