package acquaint.bench;

import java.util.List;

/**
 * Things that go wrong for many customers at once, in their words, one a line: a name, then wordings, of which a customer uses one or two. Those to tune a detector with and
 * those it is measured with have nothing in common but that the same shop is talked about.
 */
final class PlantedIncidents {

    record Incident(String name, List<String> wordings) {}

    /** The detector's figures may be chosen by these. */
    static final List<Incident> TUNING = read("""
            app crash after update;The app crashes (since|after) the update to version 5.2.;Since this morning's update your app closes as soon as I open the camera.;App update 5.2 installed, now it crashes when scanning.;(Android|iPhone): the new version of the app crashes on start.;After updating, the app (freezes|crashes) and I cannot scan a barcode.;Your latest app release is broken, it quits by itself.
            card declined;My card is declined at the checkout.;Payment with Visa fails every time I try to pay.;Checkout says payment declined, but my bank says the card is fine.;I cannot pay: the card payment is refused with error 402.;Tried three cards, all declined in your checkout today.;Credit card payments (do not work|fail) on your site, error 402.
            strike in Lyon;My parcel is stuck in Lyon because of the strike.;The depot in Lyon has not moved my parcel, they say there is a strike.;Is my order affected by the strike at the Lyon hub?;Tracking: held in Lyon, strike. When do you deliver?;Mon colis est bloqué à Lyon à cause de la grève.;La grève au dépôt de Lyon retarde ma commande.
            sms code missing;The SMS with the code does not come.;I get no text message with the verification code.;Two-factor: no SMS since an hour, I cannot sign in.;The code by SMS never arrives, tried four times.;Bestätigungscode per SMS kommt nicht an.;Ich bekomme keine SMS mit dem Code.
            voucher SPRING20;The code SPRING20 is (not accepted|invalid) in my basket.;SPRING20 from your newsletter does not work.;Your newsletter promises 20 percent with SPRING20 but the basket says expired.;Why is SPRING20 rejected?;I tried to use SPRING20 and get no discount.
            site down;Your website is down.;I get error 503 when I open the shop.;The page does not load, service unavailable.;Shop not reachable, only a white page with 503.;Cannot open your site since noon, it says service unavailable.;Website offline? Nothing loads.
            wrong mugs;I ordered a lamp and the box has four mugs in it.;Instead of my order there were mugs in the parcel.;Got somebody's mugs, not the desk lamp I paid for.;There are mugs in the box labelled desk lamp.;The parcel had a set of mugs in place of my desk lamp.
            vat;The invoice shows 0 percent VAT.;VAT is missing on my invoice of today.;No VAT on the invoice, our bookkeeping refuses it.;Die Mehrwertsteuer fehlt auf der Rechnung.;Why does the invoice say VAT 0.00?
            """);

    /** Never looked at while choosing figures. */
    static final List<Incident> MEASURED = read("""
            confirmation mails;I placed an order and got no confirmation email.;No order confirmation in my inbox, was the order placed?;There was no confirmation mail after paying, not in spam either.;Did my order go through? The confirmation never came.;Order confirmation missing since yesterday evening.;Ich habe keine Bestellbestätigung per Mail bekommen.
            battery recall;The battery of my drill got so hot that it swelled.;Is the drill battery part of the recall on the news?;I read about a recall of your drill batteries, is mine affected?;Battery pack of the cordless drill is bulging, it smells burnt.;Heard on the radio that drill batteries catch fire, what shall I do?;Recall: serial number of my drill battery, please check.
            delivery slots;I cannot choose a delivery slot, the calendar is empty.;No time slots for delivery are shown at all.;The delivery calendar is greyed out for every day.;Choosing a delivery date does not work, no slots offered.;When I pick a slot it says none available until 1970.
            double charge;My account was debited three times this morning for one order.;You took the money three times!;Three identical charges from you on my bank statement today.;Triple debit for the same order, please correct at once.;Mein Konto wurde heute dreimal belastet.;Drei Abbuchungen für eine Bestellung.
            password reset storm;I got a password reset mail that I did not ask for.;Somebody tries to reset my password, I received five mails.;Why do you send me reset emails? I did nothing.;Unrequested password reset messages in my inbox, is my account hacked?;Received a suspicious reset mail from your shop, is it real?
            lost points;All my bonus points are gone.;My points balance shows zero since today.;Yesterday I had 2,400 points, now it is 0.;The loyalty points disappeared from my account.;Bonus programme: balance is zero, where are my points?;Meine Bonuspunkte sind weg, Stand null.
            language switch;Your shop is suddenly in Chinese for me.;The website shows everything in Chinese, how do I get English back?;Language changed to Chinese by itself on your page.;All texts are Chinese characters since today and I cannot switch back.;Die Seite ist auf einmal auf Chinesisch.
            flood;My pick-up store in Graz is closed because of the flood.;The Graz store is under water, can I collect my order elsewhere?;Order ready in Graz but the shop is flooded.;I was at the Graz shop, closed, flooding. What now?;Wegen Hochwasser ist die Filiale in Graz zu, wo hole ich meine Bestellung ab?
            kettle lid;The lid of my new kettle does not close.;Kettle from this week's offer: lid will not shut, water spills.;The kettle's lid pops open while boiling.;Lid of the offer kettle is warped, it never closes.;The kettle I bought in the offer spills since the lid does not lock.
            voice line;Your hotline hangs up as soon as I choose 2.;The phone line cuts off after the menu.;I called five times, the call drops after pressing 2.;Hotline dead: after the choice of language it hangs up.;Phone menu broken, I get disconnected every time.
            captcha;The captcha never ends, I click traffic lights for ten minutes.;I am asked for a captcha again and again when I register.;Captcha loop at registration, cannot continue.;Your robot check does not accept any picture.;The picture puzzle comes back every time, I cannot get past it.
            price zero;The espresso machine costs 0.00 in my basket, is that real?;Basket total is zero, can I order for nothing?;Your shop lists the espresso machine at 0 euros.;Espresso machine for free? The price shows 0.00.;I ordered the espresso machine for 0.00, will you send it?
            """);

    private PlantedIncidents() {}

    private static List<Incident> read(String lines) {
        return lines.lines().map(line -> line.split(";")).map(parts -> new Incident(parts[0], List.of(parts).subList(1, parts.length))).toList();
    }
}
