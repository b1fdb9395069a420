package org.socketconsole;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// `mvn test -Dtest=ArchitecturePictureTests -Darchitecture=write` draws the picture instead of
/// comparing it.
class ArchitecturePictureTests {

    private static final boolean WRITE = "write".equals(System.getProperty("architecture"));
    private static final Pattern PICTURE = Pattern.compile("```mermaid\n.*?```\n", Pattern.DOTALL);

    @Test
    void thePictureInTheDocumentsIsThatOfTheRooms() throws IOException {
        String drawn = picture(withoutDetours(rooms()));
        String document = Files.readString(Rooms.CONTRIBUTING);
        if (WRITE) {
            document = PICTURE.matcher(document).replaceFirst(Matcher.quoteReplacement(drawn));
            Files.writeString(Rooms.CONTRIBUTING, document);
        }
        assertThat(document).contains(drawn);
    }

    /// Which rooms each room uses.
    private static SortedMap<String, SortedSet<String>> rooms() {
        SortedMap<String, SortedSet<String>> rooms = new TreeMap<>();
        for (JavaClass type :
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(Rooms.ROOT + "..")) {
            SortedSet<String> used = rooms.computeIfAbsent(Rooms.of(type), name -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .filter(target -> target.getPackageName().startsWith(Rooms.ROOT))
                    .map(Rooms::of)
                    .filter(other -> !other.equals(Rooms.of(type)))
                    .forEach(used::add);
        }
        rooms.remove("");
        return rooms;
    }

    /// An arrow is drawn where no other way leads there.
    private static SortedMap<String, SortedSet<String>> withoutDetours(
            Map<String, SortedSet<String>> rooms) {
        SortedMap<String, SortedSet<String>> drawn = new TreeMap<>();
        rooms.forEach(
                (room, used) ->
                        drawn.put(
                                room,
                                used.stream()
                                        .filter(one -> !isBehind(one, used, rooms))
                                        .collect(Collectors.toCollection(TreeSet::new))));
        return drawn;
    }

    private static boolean isBehind(
            String room, Set<String> used, Map<String, SortedSet<String>> rooms) {
        return used.stream()
                .filter(other -> !other.equals(room))
                .anyMatch(other -> leads(other, room, rooms));
    }

    private static boolean leads(String from, String to, Map<String, SortedSet<String>> rooms) {
        Set<String> next = rooms.getOrDefault(from, new TreeSet<>());
        return next.contains(to) || next.stream().anyMatch(one -> leads(one, to, rooms));
    }

    private static String picture(Map<String, SortedSet<String>> rooms) {
        return rooms.entrySet().stream()
                .flatMap(
                        room ->
                                room.getValue().stream()
                                        .map(
                                                used ->
                                                        "    "
                                                                + id(room.getKey())
                                                                + " --> "
                                                                + id(used)))
                .collect(Collectors.joining("\n", "```mermaid\ngraph TD\n", "\n```\n"));
    }

    /// `call` is a word of Mermaid's own.
    private static String id(String room) {
        return room.equals("call") ? "call_[call]" : room;
    }
}
