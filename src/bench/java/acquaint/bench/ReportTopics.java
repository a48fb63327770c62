package acquaint.bench;

import java.util.List;

/**
 * What customers of an invented shop with an app write about on ordinary days, one topic a line: when it is written about most, then its sentences. {@code (a|b)} stands for one of its
 * parts, {@code <x>} for something that differs from ticket to ticket. The commonest topic comes first.
 */
final class ReportTopics {

    /** {@code rhythm}: any, morning, evening, monday or month (its first days). */
    record Topic(String rhythm, List<String> sentences) {}

    static final List<Topic> ALL = """
            evening;(Where is|What happened to|Any news about) my (order|parcel|package) <order>?;My (order|parcel) (has not|hasn't) (arrived|come|turned up) yet.;The tracking (says|shows) it is (in transit|on its way|at the depot) (since|for) <n> days.;It (should|was supposed to) be (here|delivered) (on|by) <day>.;I (ordered|bought) a <product> and am still waiting for it.;When will (it|my order) (arrive|be delivered)?
            any;I (want|would like|wish) to (return|send back) the <product>.;How do I (return|send back) (an item|something|the <product>)?;Please send me a (return label|label for the return).;It (does not fit|is too small|is too big|is not what I expected).;Can I (exchange|swap) it for (another|a different) (size|colour|model)?;The <product> goes back to you, order <order>.
            any;When do I get my (refund|money back)?;I (returned|sent back) the <product> <n> days ago and (still have|have seen) no refund.;The refund of <amount> has not (arrived|reached my account).;You (promised|confirmed) a refund on <day>.;Please (refund|reimburse) me for order <order>.
            any;Please (cancel|stop) my order <order>.;I (ordered|bought) it by mistake.;I (no longer need|do not want) the <product>.;Is it (still possible|too late) to cancel?;I found it (cheaper|elsewhere) and want to cancel.
            any;The <product> (arrived|came) (damaged|broken|scratched).;There is a (crack|dent|scratch|hole) in the <product>.;The box was (crushed|open|wet) when it (came|was handed over).;I can send (a picture|photos) of the damage.;I would like a replacement for the damaged <product>.
            morning;I (cannot|can't|am unable to) (log in|sign in) to my account.;My password is (not accepted|wrong|rejected).;The (reset|password) link has (expired|not come).;I am locked out of my account since <day>.;How do I change my password?
            any;Can I (change|correct) the (address|delivery address) of order <order>?;I have moved to <city>, please (use|send it to) the new address.;I gave the wrong (street|house number|postcode).;Please (deliver|send) it to my (office|neighbour) instead.
            month;Please send me (an invoice|the invoice) for order <order>.;The invoice (shows|has) the wrong (company|name|address).;I need (a receipt|an invoice) for my (tax office|employer).;I (can't find|did not get) the invoice in my account.;Our bookkeeping (asks for|needs) invoice <order>.
            any;Is the <product> (available|in stock)?;When will the <product> be (back in stock|available again)?;Do you (have|sell) the <product> in (green|blue|black|white)?;Can I (reserve|preorder) the <product>?
            any;How do I (use|set up|install) the <product>?;The manual of the <product> does not say (how it is cleaned|what the light means).;Is there a manual for the <product> in (English|French|Polish)?;Which (batteries|filters|bags) fit the <product>?
            any;My <product> (stopped working|does not switch on|will not charge).;It (worked|ran) for <n> (weeks|months) and is dead now.;The <product> makes a (loud|strange) noise.;Is this covered by the (warranty|guarantee)?;I have tried (another cable|new batteries|what the manual says).
            any;(Wo bleibt|Wo ist) meine (Bestellung|Lieferung) <order>?;Das Paket (ist noch nicht da|kam nicht an).;Die Sendungsverfolgung zeigt seit <n> Tagen nichts Neues.;Ich warte seit <day> auf (mein Paket|die Lieferung).
            any;(My voucher|My gift card|The gift card) (is not accepted|does not work).;How can I (redeem|use) a gift card?;There are <amount> left on my gift card.;I got a gift card from (a friend|my mother) for my birthday.
            any;A part is missing from the <product>.;I got only <n> of the <n> pieces that I ordered.;The (screws|lid|cable|handle) (was|were) not in the box.;Please send the missing part of order <order>.
            any;You sent me the wrong <product>.;I ordered a <product> and got a <product>.;The colour is not the one I ordered.;What shall I do with the wrong item?
            any;(Ich möchte|Ich will) den Artikel (zurückgeben|zurückschicken|umtauschen).;Wie bekomme ich ein (Rücksendeetikett|Etikett für die Rücksendung)?;Die Größe passt nicht.;Bitte tauschen Sie die Ware um, Bestellung <order>.
            any;How long does (shipping|delivery) to <city> take?;What does (express|international) shipping cost?;Do you (ship|deliver) to (islands|Norway|Switzerland)?;Is shipping free above <amount>?
            any;Please (delete|close) my account.;I (want|would like) to unsubscribe from your newsletter.;You keep sending me (newsletters|advertising).;Please remove my (data|email address) from your list.
            any;Was my payment of <amount> received?;I (paid|transferred) <amount> by bank transfer on <day>.;I got a reminder although I (paid|have paid).;Please (check|confirm) my payment for order <order>.
            monday;We would like to order <n> pieces of the <product> for our company.;Do you (give|offer) a discount for (schools|companies|clubs)?;Can you send a quote for <n> of them?;Who is our contact for bulk orders?
            any;(¿Dónde está|Cuándo llega) mi pedido <order>?;El paquete (no ha llegado|todavía no llega).;El seguimiento no cambia desde hace <n> días.;Compré (un|una) <product> y sigo esperando.
            any;I was charged twice for order <order>.;There are two (payments|debits) of <amount> on my (card|statement).;Please (take back|refund) one of the charges.
            any;Mein <product> ist (kaputt|defekt).;Das Gerät (geht nicht an|lädt nicht) mehr.;Gilt dafür die (Garantie|Gewährleistung)?;Nach <n> Monaten war Schluss.
            any;The courier (left|put) the parcel (in the rain|at the wrong door|in the street).;The driver was (rude|unfriendly) and did not ring.;It says delivered, but nothing is here.;Nobody rang, and the card in the letterbox is not signed.
            any;(Je voudrais|Je souhaite) (retourner|renvoyer) mon article.;Où en est ma commande <order> ?;Je n'ai toujours pas reçu mon colis.;Le remboursement de <amount> n'est pas arrivé.
            any;How many (points|stars) do I have in the bonus programme?;My points from order <order> are missing.;Can I use my points for the <product>?;My points (expire|run out) on <day>.
            any;The app is (slow|confusing) on my (phone|tablet).;Where do I find my orders in the app?;Is there an app for (Windows|my watch)?;I would like a dark theme in your app.
            evening;The price of the <product> (dropped|fell) the day after I bought it.;Can you match the price of another shop?;Your website shows another price than the basket.;Is there a sale (coming|soon)?
            any;Do you have a (shop|store|showroom) in <city>?;What are the opening hours in <city>?;Can I pick up my order in the <city> store?
            any;Thank you for the (quick|friendly) help with my <product>.;I just wanted to say that the <product> is (great|wonderful).;Your colleague solved it (at once|in a minute), thank you.
            any;Is the <product> (vegan|free of BPA|suitable for children)?;What is the <product> made of?;How (heavy|wide|tall) is the <product>?;Does the <product> need a transformer abroad?
            any;Rechnung zu Bestellung <order> (fehlt|brauche ich noch).;Bitte schicken Sie mir (eine|die) Rechnung.;Die Rechnungsadresse ist falsch.;Wir benötigen die Umsatzsteuer-Nummer auf der Rechnung.
            any;Can the <product> be (engraved|gift wrapped)?;Please add a card that says happy birthday.;Is it possible to hide the price from the gift?
            any;I want to (complain|make a complaint) about your (service|hotline).;Nobody (answers|replies) to my mails.;I have been waiting on the phone for <n> minutes.;This is the third time that I write to you.
            any;Can I pay (in instalments|by invoice|with PayPal)?;Which cards do you accept?;Is payment on delivery possible?
            any;(Quiero|Quisiera) devolver (el|la) <product>.;¿Cómo puedo cambiar la dirección del pedido <order>?;Necesito la factura de mi compra.
            any;My (email|name|phone number) in the account is wrong.;I have two accounts, can you merge them?;I (changed|lost) my phone number and want to update it.
            any;注文<order>の商品がまだ届きません。;返品の方法を教えてください。;領収書を発行していただけますか。;商品の在庫はありますか。
            any;The <product> (smells|tastes) of plastic.;Is it normal that the <product> gets (hot|warm)?;There is a strange smell when I switch it on.
            any;Is the <product> from order <order> repaired already?;My <product> is in your workshop for <n> weeks.;What would the repair of my <product> cost?
            any;(Kann ich|Darf ich) die Lieferadresse noch ändern?;Ich bin nach <city> umgezogen.;Bitte liefern Sie an meinen Arbeitsplatz.
            any;(Onde está|Quando chega) a minha encomenda <order>?;Queria devolver o produto e receber o dinheiro.;Ainda não recebi a fatura.
            any;I would like to (work for you|apply for a job).;Is there an internship in your <city> office?;To whom do I send my application?
            any;Can I (subscribe to|order regularly) the coffee and (filters|pads)?;Please (pause|end) my subscription from <day>.;The subscription box came without the <product>.
            """.lines().map(line -> new Topic(line.substring(0, line.indexOf(';')), List.of(line.substring(line.indexOf(';') + 1).split(";")))).toList();

    private ReportTopics() {}
}
