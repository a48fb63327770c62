package acquaint.memory.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LanguagesTest {

    /** What people write to a support desk, five messages a language. */
    private static final String MESSAGES = """
            en	Where is my order?
            en	The kettle arrived broken.
            en	My card has been charged twice.
            en	I forgot my password
            en	Can you check again, it was booked for my wife
            de	Wo bleibt meine Bestellung?
            de	Der Wasserkocher ist kaputt angekommen.
            de	Meine Kreditkarte wurde zweimal belastet.
            de	Ich habe mein Passwort vergessen
            de	Bitte stornieren Sie die Reise nach Rom
            fr	Où est ma commande ?
            fr	La bouilloire est arrivée cassée.
            fr	Ma carte a été débitée deux fois.
            fr	J'ai oublié mon mot de passe
            fr	Merci d'annuler ma commande W5199551
            es	¿Dónde está mi pedido?
            es	El hervidor llegó roto.
            es	Me cobraron dos veces en la tarjeta.
            es	Olvidé mi contraseña
            es	Llevo tres semanas esperando mi reembolso
            it	Dov'è il mio ordine?
            it	Il bollitore è arrivato rotto.
            it	La mia carta è stata addebitata due volte.
            it	Ho dimenticato la password
            it	Vorrei restituire questo articolo
            pt	Onde está o meu pedido?
            pt	A chaleira chegou partida.
            pt	O meu cartão foi cobrado duas vezes.
            pt	Esqueci a minha senha
            pt	Gostaria de devolver este artigo
            nl	Waar blijft mijn bestelling?
            nl	De waterkoker is kapot aangekomen.
            nl	Mijn kaart is twee keer belast.
            nl	Ik ben mijn wachtwoord vergeten
            nl	Kunt u mij de factuur sturen?
            sv	Var är min beställning?
            sv	Jag vill lämna tillbaka den här varan.
            sv	Mitt kort har debiterats två gånger.
            sv	Jag har glömt mitt lösenord
            sv	Kan ni skicka fakturan till mig?
            fi	Missä tilaukseni on?
            fi	Vedenkeitin saapui rikki.
            fi	Korttiani veloitettiin kaksi kertaa.
            fi	Unohdin salasanani
            fi	Voitteko lähettää minulle laskun?
            pl	Gdzie jest moje zamówienie?
            pl	Czajnik przyszedł uszkodzony.
            pl	Moja karta została obciążona dwa razy.
            pl	Zapomniałem hasła
            pl	Czekam na zwrot pieniędzy od trzech tygodni
            cs	Kde je moje objednávka?
            cs	Konvice přišla rozbitá.
            cs	Karta mi byla zatížena dvakrát.
            cs	Zapomněl jsem heslo
            cs	Můžete mi prosím poslat fakturu?
            hu	Hol van a rendelésem?
            hu	A vízforraló törötten érkezett.
            hu	Kétszer terhelték meg a kártyámat.
            hu	Elfelejtettem a jelszavamat
            hu	El tudnák küldeni a számlát?
            tr	Siparişim nerede?
            tr	Su ısıtıcısı kırık geldi.
            tr	Kartımdan iki kez para çekildi.
            tr	Şifremi unuttum
            tr	Bana faturayı gönderir misiniz?
            """;

    private final Languages languages = new Languages();

    private Optional<String> code(String text) {
        return languages.of(text, Optional.empty()).map(Language::code);
    }

    @Test
    void shortMessagesAreToldInTheirLanguageOrNotAtAll() {
        List<String[]> messages = MESSAGES.lines().map(line -> line.split("\t")).toList();
        var untold = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        for (String[] message : messages) {
            Optional<String> told = code(message[1]);
            if (told.isEmpty()) {
                untold.add(message[1]);
            } else if (!told.get().equals(message[0])) {
                wrong.add(told.get() + ": " + message[1]);
            }
        }

        assertTrue(wrong.size() <= messages.size() / 40, wrong.toString());
        assertTrue(untold.size() + wrong.size() <= messages.size() / 12, untold + " " + wrong);
    }

    @ParameterizedTest
    @CsvSource({
        "ru, Мой заказ ещё не пришёл", "uk, Моє замовлення ще не прийшло", "el, Πού είναι η παραγγελία μου;", "ar, لم يصل طلبي بعد",
        "fa, سفارش من هنوز نرسیده است", "he, ההזמנה שלי עוד לא הגיעה", "hi, मेरा ऑर्डर अभी तक नहीं आया", "th, คำสั่งซื้อของฉันยังไม่มาถึง",
        "zh, 我的订单W5199551还没有到", "ja, 注文した商品がまだ届きません", "ko, 주문이 아직 도착하지 않았습니다", "other, ჩემი შეკვეთა ჯერ არ მოსულა",
        "zh, 'Amazon Kindle 坏了，我要退货，谢谢'"})
    void aScriptTellsItsLanguageWithoutAModel(String code, String text) {
        assertEquals(Optional.of(code), new Languages().quick(text).map(Language::code));
    }

    @ParameterizedTest
    @CsvSource({"ok", "W5199551", "ana.ruiz@example.com", "🎉🎉", "''", "Kettle leaks", "Refund status?", "Reservation XEHM4B", "https://example.com/wo/ist/das"})
    void whatDoesNotSayItsLanguageHasNone(String text) {
        assertEquals(Optional.empty(), code(text));
    }

    @ParameterizedTest
    @CsvSource({"My name is Mia García and I live in München", "I ordered the Crème brûlée set from Café de Flore", "The hotel Vier Jahreszeiten has cancelled my booking"})
    void foreignNamesMakeNoForeignLanguage(String text) {
        assertEquals("en", code(text).orElse("en"));
    }

    @Test
    void whatWasSaidBeforeDecidesWhereTheWordsDoNot() {
        assertEquals(Optional.empty(), languages.of("Passwort vergessen", Optional.empty()));
        assertEquals(Optional.of(Language.GERMAN), languages.of("Passwort vergessen", Optional.of(Language.GERMAN)));
        assertEquals(Optional.of(Language.ENGLISH), languages.of("The kettle arrived broken.", Optional.of(Language.GERMAN)));
        assertEquals(Optional.of(Language.JAPANESE), languages.of("注文状況", Optional.of(Language.JAPANESE)));
        assertEquals(Optional.of(Language.CHINESE), languages.of("注文状況", Optional.of(Language.ENGLISH)));
    }

    @Test
    void aLongTextIsToldByItsBeginning() {
        String log = "at com.example.Main.main(Main.java:42)\n".repeat(50_000);
        long begun = System.nanoTime();

        assertEquals(Optional.of("de"), code("Guten Tag, das Programm ist mit diesem Fehler abgestürzt:\n" + log));
        code(log);
        code("x".repeat(1_000_000));
        assertTrue(System.nanoTime() - begun < 5_000_000_000L);
    }

    @Test
    void withoutTheModelOnlyWhatItAloneCouldTellIsNotTold() {
        var without = new Languages(new Spelling("/no such model"));

        assertEquals(Optional.empty(), without.of("Zapomněl jsem heslo", Optional.empty()));
        assertEquals(Optional.of(Language.CZECH), without.of("Zapomněl jsem heslo", Optional.of(Language.CZECH)));
        assertEquals(Optional.of(Language.GERMAN), without.of("Wo ist meine Bestellung geblieben, die ich hatte?", Optional.empty()));
        assertEquals(Optional.of(Language.KOREAN), without.of("주문이 아직 도착하지 않았습니다", Optional.empty()));
    }

    @Test
    void smallWordsTellALanguageWithoutTheModel() {
        assertEquals(Optional.of(Language.GERMAN), new Languages().quick("Wo ist meine Bestellung geblieben, die ich hatte?"));
        assertEquals(Optional.empty(), new Languages().quick("Zapomněl jsem heslo"));
    }
}
