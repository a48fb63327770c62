package acquaint;

import acquaint.ui.CopyHistoryController;
import acquaint.ui.EvidenceOpening;
import acquaint.ui.MemoryController;
import acquaint.ui.MemoryCorrections;
import acquaint.ui.MemoryMeaningController;
import acquaint.ui.MemorySettingsController;
import acquaint.ui.MemorySharingController;
import acquaint.ui.MemoryStateController;
import acquaint.ui.MemoryWaitingController;
import acquaint.ui.SharingKeyController;
import acquaint.ui.SharingTroubleController;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What of a window shows and tends what is remembered of customers: its parts and their controllers. JavaFX thread only. */
final class MemoryWindow {

    private final Wiring desk;
    private final MemoryWiring memory;
    private final WindowBasics on;
    private final EvidenceOpening opening;
    private final MemoryCorrections corrections;

    MemoryWindow(Wiring desk, WindowBasics on, EvidenceOpening opening) {
        this.desk = desk;
        this.on = on;
        this.opening = opening;
        memory = desk.memory();
        corrections = new MemoryCorrections(desk.memoryChanges(), on.background(), on.dialogs(), on.notices(), on.texts());
    }

    MemoryCorrections corrections() {
        return corrections;
    }

    Map<Class<?>, Supplier<?>> controllers() {
        var map = new HashMap<Class<?>, Supplier<?>>();
        map.put(MemoryController.class, () ->
                new MemoryController(on.workspace(), desk.knowledge(), corrections, opening, on.background(), on.keys(), on.texts(), on.times()));
        map.put(MemoryStateController.class, () -> new MemoryStateController(desk.knowledge(), on.background(), on.texts(), on.times()));
        map.put(MemoryWaitingController.class, () ->
                new MemoryWaitingController(on.workspace(), desk.backlog(), on.changes(), on.background(), on.texts(), on.times()));
        map.put(MemorySettingsController.class, () -> new MemorySettingsController(memory.engines(), on.background(), on.dialogs(), on.texts()));
        map.put(MemoryMeaningController.class, () -> new MemoryMeaningController(memory.meaning(), on.background(), on.dialogs(), on.texts()));
        map.put(MemorySharingController.class, () -> new MemorySharingController(memory.sharing(), on.background(), on.texts()));
        map.put(SharingKeyController.class, () -> new SharingKeyController(memory.sharing(), on.background(), on.dialogs(), on.texts()));
        map.put(SharingTroubleController.class, () -> new SharingTroubleController(memory.sharing(), on.background(), on.keys(), on.texts()));
        map.put(CopyHistoryController.class, () -> new CopyHistoryController(memory.engines(), on.background(), on.texts()));
        return map;
    }
}
