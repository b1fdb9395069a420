package org.socketconsole.page;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// The words of the pages: `messages.properties` has them in English, and each
/// `messages_LANGUAGE.properties` beside it in one language more. A word that a language lacks is
/// English.
@Component("words")
public class Words {

    private final Map<Locale, Language> languages;
    private final Language english;

    Words(JsonMapper json) {
        Map<Locale, Properties> files =
                Stream.of(Locale.getISOLanguages())
                        .map(Locale::of)
                        .filter(locale -> file(locale).exists())
                        .collect(Collectors.toMap(Function.identity(), Words::read));
        languages =
                files.keySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Function.identity(), l -> language(l, files, json)));
        english = Objects.requireNonNull(languages.get(Locale.ENGLISH));
    }

    /// @param path where the page finds its words: with a hash of them, so that it may keep them
    /// @param packed the same by gzip, as a browser takes it: packed once, not for each page
    public record Language(String tag, String path, byte[] json, byte[] packed) {}

    public List<Locale> locales() {
        return List.copyOf(languages.keySet());
    }

    /// Their tags, in order.
    public String tags() {
        return languages.values().stream()
                .map(Language::tag)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    public Language in(Locale locale) {
        return languages.getOrDefault(Locale.of(locale.getLanguage()), english);
    }

    private static Language language(
            Locale locale, Map<Locale, Properties> files, JsonMapper json) {
        Map<Object, Object> words = new TreeMap<>(files.get(Locale.ENGLISH));
        words.putAll(files.get(locale));
        byte[] text = json.writeValueAsBytes(words);
        String hash = DigestUtils.md5DigestAsHex(text).substring(0, 8);
        String tag = locale.toLanguageTag();
        return new Language(tag, "/words/" + tag + "-" + hash + ".json", text, packed(text));
    }

    private static byte[] packed(byte[] text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static Resource file(Locale locale) {
        String suffix = locale.equals(Locale.ENGLISH) ? "" : "_" + locale.getLanguage();
        return new ClassPathResource("messages" + suffix + ".properties");
    }

    private static Properties read(Locale locale) {
        Properties words = new Properties();
        try (Reader reader =
                new InputStreamReader(file(locale).getInputStream(), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
