package acquaint.privacy;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Passwords, codes for one time and keys of programs: by the words that announce them, and keys by their form, too. */
final class Secrets implements Detector {

    private static final String PASSWORD = """
            (?:pass ?-?(?:words?|codes?|phrases?)|\\bpwd|\\bpw|login data|credentials|passw[oö]rt\\w*|kennw[oö]rt\\w*|zugangsdaten|mots? de passe|mdp|contraseñas?|contrasenas?|clave(?: de acceso)?|\
            senhas?|palavra-passe|parola d['’]ordine|parola|wachtwoord(?:en)?|hasł[oa]|haslo|парол\\w+|lösenord(?:et)?|adgangskoden?|passord(?:et)?|salasana\\w*|heslo|jelszó|jelszavam|\
            şifre\\w*|sifre\\w*|κωδικός|密码|密碼|口令|パスワード|비밀번호|كلمة المرور|كلمة السر|סיסמה|पासवर्ड|รหัสผ่าน)""";
    private static final String IS = """
            (?:["'’»]? ?(?:(?:here|there|now|still|currently|jetzt|noch|aktuell|maintenant|ahora|agora|adesso|ora) )?(?:is|was|are|be|to|as|lautet|ist|war|est|es|era|è|é|jest|to|är|er|on|je|это|είναι|هي|هو|है)(?![\\p{L}])\
            (?: (?:still|now|just|simply|currently|noch|jetzt|immer noch|toujours|todavía|ainda|ancora))?(?: ?[:=])?|(?:は|是|为|為|은|는|คือ)|\\s?[:=]{1,2}>?|\\s?[-–] )\\s*""";
    private static final String QUOTED = "[\"“„«‘'`*]{1,2}(?<quoted>[^\"”“»’'`*\\n]{3,64})[\"”“»’'`*]{1,2}";
    private static final String WORD = "(?<word>[^\\s\"“„«‘,;，。、]{3,64})";
    private static final Pattern PASSWORDS = Rules.rule(PASSWORD + "(?:[ ]?(?:for|of|to|on|für|zu|pour|para|per|do|da) [\\p{L}\\d .'’]{2,30}?)?" + IS + "(?:" + QUOTED + "|" + WORD + ")");
    /** Announced, but with nothing between: what follows must look like one. */
    private static final Pattern BESIDE = Rules.rule(PASSWORD + "[ ]+(?<word>(?=\\S*\\d)(?=\\S*[\\p{L}\\p{Punct}])\\S{5,64})");
    /** What follows "my password is" where none is told. */
    private static final Pattern NO_PASSWORD = Rules.rule("""
            (?:not|wrong|incorrect|correct|right|invalid|valid|expired|reset|being|the|a|an|my|your|our|in|on|at|for|from|with|still|never|no|required|needed|too|very|so|also|ok|okay|fine|safe|secure|saved|stored|gone|lost|forgotten|unknown|different|same|what|where|which\
            |weak|strong|short|long|changed|set|sent|blocked|locked|working|accepted|rejected|case[- ]?sensitive|please|and|or|but|if|it|this|that|there|something|nothing|anything|here|sure|because|access|log|change|update|me|you|be|to|enter|use|protected\
            |nicht|falsch|richtig|abgelaufen|ungültig|gesperrt|vergessen|weg|zu|noch|immer|korrekt|leider|das|der|die|ein|eine|mein|in|im|bei|und|oder|aber|wurde|zurück\\w*|sicher|kein\\w*|bitte\
            |pas|incorrecte?|faux|expiré|oublié|le|la|un|une|mon|ma|dans|trop|toujours|bloqué|invalide|valide|bon|perdu|refusé\
            |no|incorrecta|correcta|inválida|caducada|el|los|una|mi|en|muy|bloqueada|olvidada|perdida|válida|segura\
            |não|incorreta|errada|a|o|minha|expirada|em|non|sbagliata|errata|scaduta|mia|nel|bloccata|niet|onjuist|verlopen|fout|het|een|geen|nie|niepoprawne|не|неверн\\w+|в)[.!?)]*""");

    private static final String CODE = """
            (?:\\b(?:one[- ]?time|verification|security|confirmation|access|login|sms|2fa|mfa|auth\\w*|authentication|card) (?:pass)?(?:codes?|pins?)|\\botp|\\btan|\\bpin(?: code| number)?|\\bcv[vc]2?|\\bcsc|\\bpuk\
            |(?:bestätigungs|sicherheits|einmal|zugangs|prüf|verifizierungs)-?(?:codes?|passwort|ziffern?|nummer)|codes? (?:de |d['’])?(?:vérification|sécurité|confirmation|verificación|seguridad|confirmación|segurança|verificação|sicurezza|verifica)\
            |código(?: de (?:verificación|seguridad|segurança|verificação|confirmación))?|codice(?: di (?:verifica|sicurezza))?|verificatiecode|beveiligingscode|kod (?:weryfikacyjny|sms)|код(?: подтверждения| из смс)?|验证码|驗證碼|確認コード|認証コード|인증번호|doğrulama kodu|engångskod)""";
    private static final String NEAR = "(?:\\D{0,30}?(?<![\\p{L}\\d#$€£]))";
    private static final Pattern CODES = Rules.rule(CODE + NEAR + "(?<it>(?:[A-Z]-)?\\d(?:[ -]?\\d){2,7})(?![\\p{IsLatin}\\d_%])");
    /** A confirmation code with letters is a booking's. */
    private static final Pattern MIXED_CODES = Rules.rule("\\b(?:one[- ]?time|verification|security|login|sms|2fa|mfa|auth\\w*) (?:pass)?code" + NEAR + "(?<it>(?=[A-Z]*\\d)[A-Z\\d]{4,8})(?![\\p{IsLatin}\\d_%])");
    private static final Pattern PLAIN_CODE = Rules.rule("\\bcodes?\\b(?:\\s(?:you (?:just )?(?:sent|texted)(?: me)?|i (?:just )?(?:got|received)|from the (?:sms|text|app)|is|was|ist|est|es|è|é|:)){0,3}[ :=]{1,3}(?<it>\\d{3}[ -]?\\d{1,5})(?![\\p{IsLatin}\\d_%])");
    private static final Pattern OTHER_CODE = Rules.rule("""
            (?:error|promo\\w*|discount|coupon|zip|postal|post|area|country|dial\\w*|booking|reservation|product|item|tracking|status|airport|color|colour|dress|source|bar|qr|voucher|gift|airline|flight|exit|fehler|gutschein|rabatt|vorwahl|buchungs|postleit\
            |erreur|postale?|promotionnel|de descuento|descuento|desconto|sconto|http)[- ]?$""");
    private static final int WORD_BEFORE = 20;

    private static final Pattern KEYS = Rules.exact("""
            (?<![\\p{L}\\d])(?:sk-(?:ant-|proj-|live-|or-)?[A-Za-z0-9_-]{16,}|[rps]k_(?:live|test)_[A-Za-z0-9]{10,}|AKIA[0-9A-Z]{16}|ASIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}\
            |glpat-[A-Za-z0-9_-]{16,}|xox[abeprs]-[A-Za-z0-9-]{10,}|AIza[0-9A-Za-z_-]{30,}|ya29\\.[0-9A-Za-z_-]{20,}|SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}|hf_[A-Za-z0-9]{20,}|npm_[A-Za-z0-9]{20,}\
            |eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]*)?)""");
    private static final Pattern PEM = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\\z)", Pattern.DOTALL);
    private static final Pattern NAMED_KEYS = Rules.rule("(?:api[- _]?(?:key|token)|(?:access|auth|secret|client)[- _]?(?:key|token|secret)|bearer|token|schlüssel|clé api|clave api|chiave api)(?: is| ist| est| es| è)?[\"']?[ :=]{1,3}[\"'`]?(?<it>(?=[\\w./+=~-]*\\d)(?=[\\w./+=~-]*\\p{L})[\\w./+=~-]{16,})");

    @Override
    public Stream<Finding> in(Folded text) {
        return Stream.of(
                PASSWORDS.matcher(text.text()).results().flatMap(Secrets::password),
                BESIDE.matcher(text.text()).results().map(match -> new Finding(Kind.PASSWORD, match.start("word"), match.end("word"))),
                Rules.find(Kind.CODE, CODES, text), Rules.find(Kind.CODE, MIXED_CODES, text),
                PLAIN_CODE.matcher(text.text()).results().filter(match -> !OTHER_CODE.matcher(before(text.text(), match.start())).find())
                        .map(match -> Rules.finding(Kind.CODE, match, PLAIN_CODE)),
                Rules.find(Kind.API_KEY, KEYS, text), Rules.find(Kind.API_KEY, PEM, text), Rules.find(Kind.API_KEY, NAMED_KEYS, text)).flatMap(found -> found);
    }

    private static String before(String text, int start) {
        return text.substring(Math.max(0, start - WORD_BEFORE), start);
    }

    private static Stream<Finding> password(MatchResult match) {
        if (match.start("quoted") >= 0) {
            return Stream.of(new Finding(Kind.PASSWORD, match.start("quoted"), match.end("quoted")));
        }
        String word = match.group("word");
        if (NO_PASSWORD.matcher(word).matches()) {
            return Stream.empty();
        }
        // The end of a sentence is no part of it, though it might be: what is left of it then says little.
        int end = match.end("word") - (word.length() > 3 && List.of('.', '?', ')').contains(word.charAt(word.length() - 1)) ? 1 : 0);
        return Stream.of(new Finding(Kind.PASSWORD, match.start("word"), end));
    }
}
