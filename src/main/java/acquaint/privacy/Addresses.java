package acquaint.privacy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Postal addresses by their street words and house numbers, in the order that each language has them, with the town after them; and postal codes beside their name. */
final class Addresses implements Detector {

    private static final String NAME = "\\p{Lu}[\\p{L}.'’-]*";
    private static final String TOWN = NAME + "(?:[ -](?:" + NAME + "|de|la|del|am|an der|im|upon|sur|les|le|den))*+";
    private static final String UNIT = "(?:,? (?:(?i:apt\\.?|apartment|unit|suite|ste\\.?|floor|fl\\.?|room|flat|no\\.?|nr\\.?|m\\.|piso|appt\\.?|étage|interno|stock|top)) ?#?[\\w-]{1,6}|,? ?#\\d{1,5})?";

    private static final Pattern ENGLISH = Rules.exact("(?<![\\w#])\\d{1,6}(?:-\\d{1,4})?[A-Za-z]? (?:(?i:north|south|east|west|n|s|e|w)\\.? )?(?:\\d{1,3}(?:st|nd|rd|th)|" + NAME + ")(?: " + NAME + "){0,3} "
            + "(?i:street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|place|pl|square|sq|terrace|ter|way|parkway|pkwy|highway|hwy|circle|cir|trail|close|crescent|gardens|mews|row|hill|grove)\\b\\.?"
            + "(?: (?:NW|NE|SW|SE|N|S|E|W)\\b)?" + UNIT + "(?:,? " + TOWN + ")?(?:,? (?:[A-Z]{2}|" + NAME + "))?(?:,? (?:\\d{5}(?:-\\d{4})?|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d)(?!\\w))?");
    private static final Pattern GERMANIC = Rules.exact("(?<![\\p{L}])(?:(?:" + NAME + "[ -]){0,3}[\\p{Lu}][\\p{L}-]*(?i:straße|strasse|str\\.|gasse|weg|platz|allee|ring|damm|ufer|chaussee|steig|straat|laan|gracht|kade|plein|weg|gatan|vägen|vej|gade|gata|veien|katu|tie)"
            + "|(?:Am|An der|Im|In der|Auf der|Zum|Zur|Unter den) " + NAME + ") \\d{1,4} ?[a-zA-Z]?(?:[-/]\\d{1,4})?(?![\\w])" + UNIT + "(?:,? (?:[A-Z]{1,2}-)?\\d{4,5}(?: [A-Z]{2})?(?: " + TOWN + ")?)?(?:,? \\d{3} ?\\d{2} " + TOWN + ")?");
    private static final Pattern ROMANCE = Rules.exact("(?<![\\p{L}\\d])(?:\\d{1,4}(?: ?(?:bis|ter))?,? )?(?i:rue|avenue|boulevard|bd|place|chemin|impasse|allée|quai|route|calle|c/|avda?\\.?|avenida|plaza|paseo|via|viale|piazza|corso|largo|vicolo|rua|travessa|praça|ul\\.|ulica|al\\.|plac|os\\.|str\\.)"
            + " (?:(?:de|de la|de las|de los|del|della|delle|dei|des|du|d['’]|da|do|dos|das|l['’]|la|le)[ ]?)?" + NAME + "(?:[ -](?:de|del|la|da|do|des|" + NAME + ")){0,4}(?:,? ?(?:n[.ºo°]{0,2} ?)?\\d{1,4} ?[a-zA-Z]?(?:/\\d{1,4})?(?![\\w]))?" + UNIT
            + "(?:,? \\d{2}-?\\d{3}(?:-\\d{3})?(?: " + TOWN + ")?|,? \\d{4}-\\d{3}(?: " + TOWN + ")?)?");
    private static final Pattern CYRILLIC = Rules.rule("(?:ул\\.|улица|проспект|пр\\.|пер\\.|переулок|площадь|бульвар) ?[\\p{L} -]{2,40},? (?:д\\.? ?|дом )?\\d{1,4}(?:[/к-]\\d{1,3})?(?:,? ?(?:кв\\.?|квартира) ?\\d{1,4})?");
    private static final Pattern CHINESE = Pattern.compile("(?:\\p{IsHan}{2,4}(?:省|市|区|縣|县|都|府|県)){1,3}\\p{IsHan}{1,12}(?:路|街|道|巷|丁目|町|村)\\d{0,4}[号號番]?(?:\\d{1,4}[室楼棟栋]?)?");
    private static final Pattern BOX = Rules.rule("\\b(?:p\\.? ?o\\.? box|postfach|boîte postale|apartado(?: de correos)?|casella postale|caixa postal|postbus) ?#?\\d{1,6}\\b");
    private static final Pattern CODE = Rules.rule("""
            (?:\\bzip(?: ?code)?|\\bpost(?:al)? ?code|\\bplz|\\bpostleitzahl|\\bcode postal|\\bcódigo postal|\\bc\\.?p\\.|\\bcap\\b|\\bcep\\b|\\bpostcode|\\bpostnummer|индекс|邮编|郵便番号)\
            (?:[^\\n\\d]{0,24}?[ :#=(])??(?<it>\\d{5}(?:-\\d{3,4})?|\\d{2}-\\d{3}|\\d{3}[ -]\\d{2,4}|\\d{4}(?: ?[A-Z]{2})?|\\d{6}|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d)(?![\\w])""");

    private static final List<Pattern> ALL = List.of(ENGLISH, GERMANIC, ROMANCE, CYRILLIC, CHINESE, BOX, CODE);
    private static final Pattern DIGIT = Pattern.compile("\\d");

    /** A street without a number is none's address. */
    @Override
    public Stream<Finding> in(Folded text) {
        return ALL.stream().flatMap(rule -> Rules.find(Kind.ADDRESS, rule, text)).map(found -> withoutEndOfSentence(found, text.text()))
                .filter(found -> DIGIT.matcher(text.text().substring(found.start(), found.end())).find());
    }

    private static Finding withoutEndOfSentence(Finding found, String text) {
        int end = found.end();
        while (end > found.start() + 1 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        return new Finding(found.kind(), found.start(), end);
    }
}
