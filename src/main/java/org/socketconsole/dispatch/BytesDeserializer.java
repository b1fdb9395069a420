package org.socketconsole.dispatch;

import tools.jackson.core.Base64Variant;
import tools.jackson.core.Base64Variant.PaddingReadBehaviour;
import tools.jackson.core.Base64Variants;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;

/// Bytes in base64, see RFC 4648, section 4; the padding may be left out.
final class BytesDeserializer extends StdScalarDeserializer<byte[]> {

    private static final Base64Variant BASE64 =
            Base64Variants.MIME_NO_LINEFEEDS.withReadPadding(PaddingReadBehaviour.PADDING_ALLOWED);

    BytesDeserializer() {
        super(byte[].class);
    }

    @Override
    public byte[] deserialize(JsonParser parser, DeserializationContext context) {
        return switch (parser.currentToken()) {
            case VALUE_STRING, VALUE_EMBEDDED_OBJECT -> decode(parser);
            default -> (byte[]) context.handleUnexpectedToken(byte[].class, parser);
        };
    }

    private static byte[] decode(JsonParser parser) {
        try {
            return parser.getBinaryValue(BASE64);
        } catch (JacksonException malformed) {
            throw InvalidFormatException.from(parser, "no base64", "", byte[].class);
        }
    }
}
