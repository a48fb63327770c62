package acquaint.memory.local;

import static acquaint.memory.Say.agent;
import static acquaint.memory.Say.customer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.CustomerMemoryContract;
import acquaint.memory.Episode;
import acquaint.memory.FoundBy;
import acquaint.memory.Passage;
import acquaint.memory.RecallRequest;
import acquaint.memory.Utterance;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Memories in other languages than English, found by their words: one memory, and another customer in each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignMemoryTest {

    private static final SessionId FIRST = CustomerMemoryContract.FIRST;
    private static final SessionId SECOND = CustomerMemoryContract.SECOND;
    private static final SessionId THIRD = CustomerMemoryContract.THIRD;

    private Path home;
    private LocalMemory memory;
    private CustomerId customer;
    private int customers;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        home = folder;
        memory = LocalMemory.open(home);
    }

    @AfterAll
    void close() {
        memory.close();
    }

    @BeforeEach
    void anotherCustomer() {
        customer = new CustomerId("customer " + customers++);
    }

    private List<Passage> found(String words) throws Exception {
        return memory.recall(new RecallRequest(customer, words, Optional.empty(), 10)).passages();
    }

    private List<SessionId> sessions(String words) throws Exception {
        return found(words).stream().map(Passage::session).toList();
    }

    private void said(SessionId session, Utterance... utterances) throws Exception {
        memory.remember(customer, session, List.of(utterances));
    }

    private List<String> languages() {
        return Jdbi.create("jdbc:sqlite:" + home.resolve("store.db").toUri()).withHandle(handle ->
                handle.select("SELECT coalesce(language, '-') FROM message WHERE customer = ? ORDER BY sequence", customer.value()).mapTo(String.class).list());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "de | Meine Bestellung ist noch nicht angekommen. | Der Wasserkocher leckt seit gestern. | Bestellungen",
        "de | Die Größe der Schuhe ist falsch. | Der Wasserkocher leckt seit gestern. | groesse vom Schuh",
        "fr | Ma commande n'est toujours pas arrivée. | La bouilloire fuit depuis hier. | les commandes",
        "fr | L'adaptateur que j'ai reçu est cassé. | La bouilloire fuit depuis hier. | adaptateurs cassés",
        "es | Mi pedido todavía no ha llegado. | La tetera gotea desde ayer. | pedidos",
        "es | Llamé por teléfono y nadie contestó. | La tetera gotea desde ayer. | telefonos",
        "it | L'ordine non è ancora arrivato. | Il bollitore perde da ieri. | gli ordini",
        "pt | A minha encomenda ainda não chegou. | A chaleira pinga desde ontem. | encomendas",
        "nl | Mijn bestelling is nog niet aangekomen. | De waterkoker lekt sinds gisteren. | bestellingen",
        "sv | Min faktura har inte kommit än. | Vattenkokaren läcker sedan igår. | fakturor och fakturan",
        "da | Jeg har ikke fået min faktura endnu. | Elkedlen drypper siden i går. | fakturaen",
        "no | Jeg har ikke fått fakturaen ennå. | Vannkokeren lekker siden i går. | faktura",
        "fi | Missä minun tilaukseni on nyt? | Vedenkeitin vuotaa eilisestä lähtien. | tilauksesta",
        "pl | Gdzie jest moje zamówienie? | Czajnik przecieka od wczoraj. | zamowienie",
        "cs | Kde je ta moje objednávka? | Konvice od včerejška teče. | objednávky",
        "hu | Hol van már a rendelésem? | A vízforraló tegnap óta szivárog. | rendelések",
        "ro | Unde este comanda mea și când ajunge? | Fierbătorul curge de ieri. | comenzile sau comanda",
        "tr | Benim siparişim nerede ve ne zaman gelir? | Su ısıtıcısı dünden beri sızdırıyor. | siparişler",
        "ru | Мой заказ ещё не пришёл. | Чайник течёт со вчерашнего дня. | заказы",
        "uk | Моє замовлення ще не прийшло. | Чайник тече від учора. | замовлення",
        "el | Πού είναι το πακέτο της παραγγελίας μου; | Ο βραστήρας στάζει από χθες. | παραγγελιες",
        "ar | لم تصل الطلبية بعد. | الغلاية تسرب الماء منذ أمس. | طلبية",
        "he | ההזמנה שלי עוד לא הגיעה | הקומקום דולף מאתמול | ההזמנה",
        "hi | मेरी किताब अभी तक नहीं आई | केतली कल से टपक रही है | किताबें",
        "th | คำสั่งซื้อของฉันยังไม่มาถึง | กาน้ำรั่วตั้งแต่เมื่อวาน | คำสั่งซื้อ",
        "zh | 我的手机壳坏了，想退货。 | 水壶从昨天开始漏水。 | 手机",
        "zh | 我的手机壳坏了，想退货。 | 水壶从昨天开始漏水。 | 退货政策是什么",
        "ja | 注文した商品がまだ届きません。 | ケトルが昨日から漏れています。 | 商品は届いた",
        "ja | クレジットカードで払いました。 | ケトルが昨日から漏れています。 | クレジットカードの支払い",
        "ko | 주문이 아직 도착하지 않았습니다. | 주전자가 어제부터 새요. | 주문을 취소",
    })
    void anotherFormOfAWordFindsTheMessage(String language, String message, String other, String question) throws Exception {
        said(FIRST, customer(1, message));
        said(SECOND, customer(2, other));

        assertEquals(List.of(FIRST), sessions(question), language + languages());
        assertEquals(FoundBy.WORDS, found(question).getFirst().foundBy());
        assertEquals(language, languages().getFirst());
    }

    @Test
    void numbersCodesAndAddressesAreFoundInEveryLanguage() throws Exception {
        said(FIRST, customer(1, "Meine Bestellung #W5199551 ist weg."));
        said(SECOND, customer(2, "我的邮箱是ana.ruiz@example.com，订单W7700121还没有到。"));
        said(THIRD, customer(3, "Le vol de la réservation XEHM4B est annulé."));

        assertEquals(List.of(FIRST), sessions("What about W5199551?"));
        assertEquals(List.of(SECOND), sessions("ana.ruiz@example.com"));
        assertEquals(List.of(SECOND), sessions("où se trouve W7700121"));
        assertEquals(List.of(THIRD), sessions("xehm4b"));
    }

    @Test
    void aCustomerOfSeveralLanguagesIsUnderstoodInEach() throws Exception {
        said(FIRST, customer(1, "Meine Bestellung ist noch nicht angekommen."), agent(2, "Ich habe die Bestellungen geprüft."));
        said(SECOND, customer(3, "My kettles are leaking at the handle."));
        said(THIRD, customer(4, "Mon colis n'est toujours pas arrivé."));

        assertEquals(List.of(FIRST, FIRST), sessions("Wo sind alle Bestellungen?"));
        assertEquals(List.of(SECOND), sessions("the kettle leaked"));
        assertEquals(List.of(THIRD), sessions("où sont mes colis"));
        assertEquals(Set.of(FIRST, SECOND), Set.copyOf(sessions("Bestellung kettle")));
    }

    @Test
    void smallWordsOfTheQuestionsLanguageFindNothingInAnother() throws Exception {
        said(FIRST, customer(1, "I hope that the plants will not die in the war zone."));
        said(SECOND, customer(2, "Ich warte noch auf meine Rechnung."));

        assertEquals(List.of(SECOND), sessions("Wann war die Rechnung für die Reise fertig, und wo ist die?"));
    }

    @Test
    void aFewWordsTakeTheLanguageOfTheirSession() throws Exception {
        said(FIRST, customer(1, "Hallo"), customer(2, "Bestellnummern?"));
        assertEquals(List.of("-", "-"), languages());
        said(FIRST, customer(3, "Wo ist meine Bestellung, die ich vor drei Wochen bezahlt habe?"), agent(4, "OK!"), agent(5, "Order W5199551"));

        assertEquals(List.of("de", "de", "de", "de", "de"), languages());
        assertEquals(List.of(customer(2, "").id()), found("Bestellnummer").stream().map(one -> one.utterance().id()).limit(1).toList());
    }

    @Test
    void anotherLanguageWithinASessionIsItsOwn() throws Exception {
        said(FIRST, customer(1, "Wo ist meine Bestellung?"), agent(2, "I am sorry, do you speak English? We have no German colleague here."), customer(3, "Nein."));

        assertEquals(List.of("de", "en", "en"), languages());
    }

    @Test
    void anEpisodeIsFoundByTheFormsOfItsLanguage() throws Exception {
        said(FIRST, customer(1, "Meine Bestellung ist noch nicht angekommen."));
        memory.flush(customer, FIRST);
        said(SECOND, customer(2, "Der Wasserkocher leckt am Griff."));
        memory.flush(customer, SECOND);

        var recall = memory.recall(new RecallRequest(customer, "Was ist mit den Bestellungen?", Optional.empty(), 10));

        assertEquals(List.of(FIRST), recall.episodes().stream().map(Episode::session).toList());
        assertEquals(List.of(FoundBy.WORDS), recall.episodes().stream().map(Episode::id).map(recall.foundBy()::get).toList());
    }

    @Test
    void precedentsAreOfTheQuestionsLanguage() throws Exception {
        said(FIRST, customer(1, "Meine Bestellungen sind verschwunden."), agent(2, "A refund has been issued."));
        memory.flush(customer, FIRST);

        List<Episode> precedents = memory.precedents(new RecallRequest(new CustomerId("somebody else"), "Wo ist meine Bestellung?", Optional.empty(), 5));

        assertEquals(List.of(FIRST), precedents.stream().map(Episode::session).toList());
        assertEquals(List.of(), memory.precedents(new RecallRequest(new CustomerId("somebody else"), "the kettle leaks", Optional.empty(), 5)));
    }

    @Test
    void aQuestionInTwentyLanguagesOfWordsIsNoTooLongQuery() throws Exception {
        var texts = Stream.of("Wo ist meine Bestellung geblieben?", "Où est ma commande, s'il vous plaît ?", "¿Dónde está mi pedido ahora?", "Dov'è il mio ordine adesso?",
                "Onde está o meu pedido agora?", "Waar blijft mijn bestelling nu?", "Var är min beställning nu?", "Missä minun tilaukseni on nyt?", "Gdzie jest moje zamówienie teraz?",
                "Kde je moje objednávka teď?", "Hol van a rendelésem most?", "Мой заказ ещё не пришёл", "لم يصل طلبي", "我的订单还没有到", "注文した商品がまだ届きません", "주문이 아직 안 왔어요").toList();
        for (int i = 0; i < texts.size(); i++) {
            said(new SessionId("ticket_" + i), customer(i, texts.get(i)));
        }
        var everything = new StringBuilder(String.join(" ", texts));
        for (int i = 0; i < 500; i++) {
            everything.append(" Wort").append((char) ('a' + i % 26)).append((char) ('a' + i / 26)).append("ungen");
        }

        assertTrue(found(everything.toString()).size() > 1);
    }
}
