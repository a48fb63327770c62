/** FXML controllers, and the only code that knows the JavaFX thread: everything here runs on it unless it says otherwise. */
package acquaint.ui;
