package acquaint.ui;

import acquaint.casework.LanguageModels;
import acquaint.settings.FirstRun;
import acquaint.settings.ModelChoice;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Who writes drafts, as a connection that can be made in the welcome. */
public final class ModelConnection implements Connection {

    private final LanguageModels models;
    private final Views views;
    private final Texts texts;

    public ModelConnection(LanguageModels models, Views views, Texts texts) {
        this.models = models;
        this.views = views;
        this.texts = texts;
    }

    @Override
    public FirstRun.Step step() {
        return FirstRun.Step.CONNECT_MODEL;
    }

    @Override
    public Ikon icon() {
        return Feather.EDIT_3;
    }

    @Override
    public String title() {
        return texts.get("welcome.model");
    }

    @Override
    public String state() {
        return switch (models.current()) {
            case ModelChoice.None _ -> texts.get("welcome.model.none");
            case ModelChoice.Server server -> texts.get("welcome.model.server", server.model(), server.url().getHost());
        };
    }

    @Override
    public Form form(Welcome welcome, Runnable done) {
        Views.View<ModelSettingsController> view = views.load("model-settings");
        view.controller().onDone(done);
        return new Form(view.root(), view.controller()::leave);
    }

    @Override
    public String keep() {
        return "";
    }
}
