package acquaint;

import acquaint.ui.Background;
import acquaint.ui.DeskChanges;
import acquaint.ui.Dialogs;
import acquaint.ui.DraftSaver;
import acquaint.ui.Keys;
import acquaint.ui.Notices;
import acquaint.ui.Places;
import acquaint.ui.Texts;
import acquaint.ui.TimeWords;
import acquaint.ui.Workspace;

/** What nearly everything in a window stands on; {@code writing} puts words away in order, {@code aside} those of unfinished forms. */
record WindowBasics(Texts texts, Dialogs dialogs, Background background, Background.Sequence writing, DraftSaver aside, Keys keys, Notices notices, TimeWords times,
        DeskChanges changes, Workspace workspace, Places places) {}
