package acquaint.ui;

import acquaint.model.SessionId;
import acquaint.model.TicketId;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** When something was said, with a link to the ticket it was said in; in a narrow pane one below the other. */
final class OriginLine extends FlowPane {

    private final Workspace workspace;
    private final Label date = new Label();
    private final Hyperlink link = new Hyperlink();

    OriginLine(Workspace workspace) {
        super(4, 0);
        this.workspace = workspace;
        date.getStyleClass().add("memory-origin");
        link.getStyleClass().add("memory-origin");
        link.managedProperty().bind(link.visibleProperty());
        setRowValignment(VPos.CENTER);
        getChildren().setAll(date, link);
    }

    void show(String when, Optional<SessionId> session) {
        date.setText(when);
        Optional<TicketId> ticket = session.flatMap(SessionId::ticket);
        link.setVisible(ticket.isPresent());
        ticket.ifPresent(id -> {
            link.setText(id.value());
            link.setOnAction(_ -> workspace.select(id));
        });
    }
}
