package acquaint.ui;

import acquaint.casework.Intake;
import acquaint.casework.Intake.Caller;
import acquaint.casework.Intake.Correspondent;
import acquaint.casework.Intake.NewTicket;
import acquaint.model.Address;
import acquaint.model.Customer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;

/** The form for a ticket that an agent opens for a caller or a visitor: who, what about, what was said. */
public final class NewTicketController {

    private static final int FOUND = 20;

    private final Intake intake;
    private final Background.Slot searching;
    private final Texts texts;
    /** Whether the customer came to us; otherwise it is we who write first. */
    private final ReadOnlyBooleanWrapper heard = new ReadOnlyBooleanWrapper(this, "heard", true);

    @FXML private ToggleButton known;
    @FXML private ToggleButton unknown;
    @FXML private TextField search;
    @FXML private ListView<Customer> found;
    @FXML private TextField name;
    @FXML private TextField email;
    @FXML private TextField phone;
    @FXML private TextField subject;
    @FXML private ComboBox<Origin> channel;
    @FXML private TextArea message;
    @FXML private Label missing;

    /** How the customer came to us; the names are what is stored. */
    public enum Origin {
        PHONE("phone"), WALK_IN("walk-in"), EMAIL("email"), CHAT("chat");

        private final String stored;

        Origin(String stored) {
            this.stored = stored;
        }
    }

    public NewTicketController(Intake intake, Background background, Texts texts) {
        this.intake = intake;
        this.searching = background.slot();
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        channel.getItems().setAll(Origin.values());
        channel.setConverter(new EnumWords<>(texts));
        channel.setValue(Origin.PHONE);
        found.setCellFactory(_ -> new CustomerCell());
        found.setPlaceholder(new Label(texts.get("new-ticket.search.none")));
        search.textProperty().addListener((_, _, words) -> search(words));
        search.setOnAction(_ -> found.getSelectionModel().selectFirst());
        missing.textProperty().bind(Bindings.createStringBinding(this::whatIsMissing,
                found.getSelectionModel().selectedItemProperty(), known.selectedProperty(), name.textProperty(),
                email.textProperty(), subject.textProperty(), message.textProperty(), heard));
        search("");
    }

    public ReadOnlyBooleanProperty heardProperty() {
        return heard.getReadOnlyProperty();
    }

    /** Whether there is something that the customer said. */
    public boolean isHeard() {
        return heard.get();
    }

    /** Fills the form for a ticket in which we write first. */
    void fill(Correspondent to, Optional<String> about) {
        heard.set(false);
        channel.setValue(Origin.EMAIL);
        about.ifPresent(subject::setText);
        to.customer().ifPresentOrElse(this::choose, () -> {
            chooseNew();
            email.setText(to.address().value());
        });
    }

    private void choose(Customer customer) {
        searching.cancel();
        found.getItems().setAll(customer);
        found.getSelectionModel().selectFirst();
    }

    public boolean isNewCustomer() {
        return unknown.isSelected();
    }

    /** Whether everything needed has been said. */
    BooleanBinding complete() {
        return missing.textProperty().isEmpty();
    }

    void focus() {
        if (heard.get()) {
            search.requestFocus();
        } else {
            (unknown.isSelected() ? name : subject).requestFocus();
        }
    }

    /** What the agent entered, for the ticket to be {@code assignee}'s. */
    NewTicket request(String assignee) {
        Caller caller = known.isSelected()
                ? new Caller.Known(found.getSelectionModel().getSelectedItem().id())
                : new Caller.New(name.getText().strip(), addresses());
        return new NewTicket(caller, subject.getText().strip(), channel.getValue().stored, message.getText().strip(), Optional.of(assignee));
    }

    @FXML
    private void chooseKnown() {
        known.setSelected(true);
        search.requestFocus();
    }

    @FXML
    private void chooseNew() {
        unknown.setSelected(true);
        if (name.getText().isBlank()) {
            name.setText(search.getText());
        }
        name.requestFocus();
    }

    private void search(String words) {
        searching.run(() -> intake.customers(words, FOUND)).then(customers -> {
            found.getItems().setAll(customers);
            if (customers.size() == 1) {
                found.getSelectionModel().selectFirst();
            }
        });
    }

    private List<Address> addresses() {
        var addresses = new ArrayList<Address>();
        if (!email.getText().isBlank()) {
            addresses.add(Address.email(email.getText()));
        }
        if (!phone.getText().isBlank()) {
            addresses.add(Address.phone(phone.getText()));
        }
        return addresses;
    }

    private String whatIsMissing() {
        if (known.isSelected() && found.getSelectionModel().getSelectedItem() == null) {
            return texts.get("new-ticket.missing.customer");
        }
        if (unknown.isSelected() && name.getText().isBlank()) {
            return texts.get("new-ticket.missing.name");
        }
        if (unknown.isSelected() && !email.getText().isBlank() && !email.getText().strip().matches("[^@\\s]+@[^@\\s]+")) {
            return texts.get("new-ticket.missing.email");
        }
        if (subject.getText().isBlank()) {
            return texts.get("new-ticket.missing.subject");
        }
        return heard.get() && message.getText().isBlank() ? texts.get("new-ticket.missing.message") : "";
    }

    /** A customer in the search result: name, and an address that tells two of a name apart. */
    private static final class CustomerCell extends ListCell<Customer> {

        @Override
        protected void updateItem(Customer customer, boolean empty) {
            super.updateItem(customer, empty);
            setText(empty || customer == null ? null : customer.name()
                    + customer.addresses().stream().findFirst().map(a -> "  ·  " + a.value()).orElse("")
                    + customer.tier().map(t -> "  ·  " + t).orElse(""));
        }
    }
}
