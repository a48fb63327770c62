package acquaint.privacy;

import java.util.regex.Pattern;

/**
 * Tells whether a text is about what the law protects specially (Article 9 of the General Data Protection Regulation): health, origin, belief, politics,
 * trade unions, sexuality, genes; or holds a secret. By words of a dozen languages: it rather takes too much for sensitive than too little. Safe for any thread.
 */
public final class Sensitive {

    private static final Pattern HEALTH = Rules.rule("\\b(?:diagnos\\w*|disab(?:led|ilit(?:y|ies))|wheelchair|pregnan\\w*|cancer|chemo\\w*|diabet\\w*|insulin|epilep\\w*|asthma\\w*|"
            + "depress(?:ed|ion|iv\\w*)|anxiety|adhd|autis\\w*|dyslexi\\w*|hiv|aids|allerg\\w*|coeliac|celiac|medication|medicine|prescri(?:bed|ption)\\w*|surgery|operation on|"
            + "hospital\\w*|therap(?:y|ist)|psych(?:iatr|olog|o)\\w*|illness|disease|sick(?:ness)?|blind|deaf|hearing aid|pacemaker|(?<!two-|key|four-)stroke|dementia|miscarriage|injur(?:y|ed)|"
            + "krank\\w*|behinder\\w*|schwerbehindert\\w*|rollstuhl\\w*|schwanger\\w*|krebs\\w*|medikament\\w*|therapie\\w*|arzt\\w*|ärzt\\w*|herzschrittmacher|gehörlos\\w*|blinde?r?|"
            + "maladie|malade|handicap\\w*|fauteuil roulant|enceinte|grossesse|médicament\\w*|hôpital|enfermedad|enferm[oa]|discapaci\\w*|silla de ruedas|embaraz\\w*|cáncer|"
            + "medicamento\\w*|malattia|malat[oa]|disabil\\w*|sedia a rotelle|incinta|gravidanza|farmac[io]\\w*|ospedale|doença|doente|deficiên\\w*|grávida|gravidez|ziek\\w*|zwanger\\w*|"
            + "rolstoel\\w*|medicijn\\w*|chor(?:y|oba|oby)|niepełnosprawn\\w*|w ciąży|lek(?:i|arstw\\w*)|болезн\\w*|болен|больна|инвалид\\w*|беремен\\w*|hastalık|hasta|engelli|hamile)\\b"
            + "|怀孕|残疾|疾病|癌|病気|障害|妊娠|糖尿");
    private static final Pattern BELIEF_AND_ORIGIN = Rules.rule("\\b(?:religio\\w*|christian|catholic|protestant|muslim|islam\\w*|jew(?:ish)?|hindu\\w*|buddhis[tm]\\w*|sikh|atheis[tm]\\w*|church(?! (?:street|st|road|rd|lane|hill|avenue|way|close|row|view))|mosque|"
            + "synagogue|kosher|halal|ethnic\\w*|racial|(?:skin colou?r)|refugee|asylum|political\\w*|(?:votes?|voted|member) (?:for|of) the|(?:trade|labou?r) union|union member|"
            + "gay|lesbian|bisexual|transgender|trans (?:man|woman)|homosexual\\w*|sexual(?:ity| orientation)|non-binary|katholisch\\w*|evangelisch\\w*|muslim\\w*|jüdisch\\w*|konfession\\w*|"
            + "gewerkschaft\\w*|partei(?:mitglied\\w*)?|flüchtling\\w*|schwul\\w*|lesbisch\\w*|syndicat|syndiqué\\w*|musulman\\w*|juif|juive|réfugié\\w*|sindicato|refugiad\\w*|judí[oa]\\w*|"
            + "sindacato|musulman[oa]|ebre[oa]|vakbond\\w*|związ(?:ek|ku) zawodow\\w*|genetic\\w*|dna test|biometric\\w*)\\b");
    private static final Pattern JUSTICE = Rules.rule("\\b(?:convict(?:ed|ion)|prison|criminal record|on parole|vorbestraft|gefängnis\\w*|condamné\\w*|prisión|antecedentes penales)\\b");

    private Sensitive() {}

    /** Whether {@code text} had better not be passed on as something known about a person. */
    public static boolean in(String text) {
        String folded = Folded.of(text).text();
        return HEALTH.matcher(folded).find() || BELIEF_AND_ORIGIN.matcher(folded).find() || JUSTICE.matcher(folded).find();
    }
}
