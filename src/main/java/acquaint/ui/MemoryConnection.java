package acquaint.ui;

import acquaint.casework.MemoryEngines;
import acquaint.settings.FirstRun;
import acquaint.settings.MemoryChoice;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Where customers are remembered, as a connection that can be made in the welcome. */
public final class MemoryConnection implements Connection {

    private final MemoryEngines engines;
    private final Views views;
    private final Texts texts;

    public MemoryConnection(MemoryEngines engines, Views views, Texts texts) {
        this.engines = engines;
        this.views = views;
        this.texts = texts;
    }

    @Override
    public FirstRun.Step step() {
        return FirstRun.Step.CONNECT_MEMORY;
    }

    @Override
    public Ikon icon() {
        return Feather.DATABASE;
    }

    @Override
    public String title() {
        return texts.get("welcome.memory");
    }

    @Override
    public String state() {
        return switch (engines.current()) {
            case MemoryChoice.Embedded _ -> texts.get("welcome.memory.local");
            case MemoryChoice.EverOs service -> texts.get("welcome.memory.service", texts.of(service.version()), service.url().getHost());
        };
    }

    @Override
    public Form form(Welcome welcome, Runnable done) {
        Views.View<MemorySettingsController> view = views.load("memory-settings");
        view.controller().onCopy(welcome::copy);
        view.controller().onDone(done);
        return new Form(view.root(), view.controller()::leave);
    }

    @Override
    public String keep() {
        return engines.current() instanceof MemoryChoice.Embedded ? texts.get("welcome.memory.keep") : "";
    }
}
