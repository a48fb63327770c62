package acquaint.memory.everos;

import acquaint.memory.everos.Call.UnreadableAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks the cloud for a place to put a file. The answer is the storage service's own: its status is 200 whatever it says. */
final class ObjectSign {

    private ObjectSign() {}

    static Call<Upload.Ticket> ask(String root, Upload upload) {
        Body file = new Body()
                .text("fileId", upload.fileId())
                .text("fileName", upload.fileName())
                .text("fileType", upload.kind().name().toLowerCase(Locale.ROOT));
        // A signature that nobody uses runs out after a quarter of an hour.
        return new Body().objects("objectList", List.of(file))
                .post(root + "/object/sign", Call.Effect.REPEATABLE, answer -> ticket(answer, upload.kind().most()));
    }

    private static Upload.Ticket ticket(Answer answer, long most) throws UnreadableAnswer {
        var json = new LooseObject(answer.body());
        LooseObject result = json.object("result");
        if (json.text("error").filter("OK"::equalsIgnoreCase).isEmpty() && !json.text("status").equals(Optional.of("0"))) {
            throw new UnreadableAnswer("no place for the file: " + String.join(", ", said(json, result)));
        }
        LooseObject file = result.object("data").objects("objectList").stream().findFirst()
                .orElseThrow(() -> new UnreadableAnswer("the answer names no place for the file"));
        LooseObject signed = file.object("objectSignedInfo");
        String key = file.text("objectKey").orElseThrow(() -> new UnreadableAnswer("the answer names no object"));
        String url = signed.text("url").orElseThrow(() -> new UnreadableAnswer("the answer names no address"));
        long size = (long) signed.number("maxSize");
        return new Upload.Ticket(key, url, fields(signed), size > 0 ? size : most);
    }

    private static List<String> said(LooseObject json, LooseObject result) {
        return Stream.of(json.text("error"), result.text("data"), json.text("status").map(code -> "status " + code))
                .flatMap(Optional::stream).toList();
    }

    /** In the order given, in which the form must hold them. */
    private static Map<String, String> fields(LooseObject signed) {
        var fields = new LinkedHashMap<String, String>();
        signed.object("fields").json().propertyStream().filter(each -> each.getValue().isValueNode() && !each.getValue().isNull())
                .forEach(each -> fields.put(each.getKey(), each.getValue().asText()));
        return fields;
    }
}
