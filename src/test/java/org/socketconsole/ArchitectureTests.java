package org.socketconsole;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import org.springframework.web.bind.annotation.RestController;

import java.util.HashMap;
import java.util.Map;

@AnalyzeClasses(
        packages = "org.socketconsole",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule onlyLibcKnowsForeignMemory =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..libc..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.lang.foreign..")
                    .because("one room asks for native access, and a segment never leaves it");

    @ArchTest
    static final ArchRule netKnowsNoOtherRoom =
            noClasses()
                    .that()
                    .resideInAPackage("..net..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("org.socketconsole..")
                                    .and(not(resideInAPackage("..socketconsole.net.."))))
                    .because("it is the vocabulary that all others speak");

    @ArchTest
    static final ArchRule netAndLibcAreWithoutTheWeb =
            noClasses()
                    .that()
                    .resideInAnyPackage("..net..", "..libc..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework.web..", "jakarta.servlet..")
                    .because("they are the system's terms, not HTTP's");

    @ArchTest
    static final ArchRule noRoomStandsOnTheWeb =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..web..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..socketconsole.web..")
                    .because("a batch or a WebSocket carries the same calls");

    @ArchTest
    static final ArchRule noRoomStandsOnTheDescription =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..openapi..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..socketconsole.openapi..")
                    .because("it reads what the calls are, and a call does not ask it");

    @ArchTest
    static final ArchRule roomsDoNotDependOnEachOtherInCircles =
            slices().matching("org.socketconsole.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("features stand on libc and net, and not the other way round");

    @ArchTest
    static final ArchRule aRoomUsesThoseAboveItInTheDocument =
            classes()
                    .that()
                    .resideInAPackage(Rooms.ROOT + "*..")
                    .should(useRoomsAbove(Rooms.inTheDocument()))
                    .because("whoever reads from the top has read what a room stands on");

    @ArchTest
    static final ArchRule trafficDoesNotKnowWhoseBytesItKeeps =
            noClasses()
                    .that()
                    .resideInAPackage("..traffic..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..descriptor..", "..socketconsole.socket..")
                    .because("a descriptor writes to it, and nobody else does");

    @ArchTest
    static final ArchRule descriptorsKnowNoSocketOfTheConsole =
            noClasses()
                    .that()
                    .resideInAPackage("..descriptor..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..socketconsole.socket..", "..socketconsole.file..")
                    .because("files have descriptors too");

    @ArchTest
    static final ArchRule onlyTheWebKnowsHttp =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..web..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework.http..",
                            "org.springframework.web.servlet..",
                            "jakarta.servlet..")
                    .because("a call is made by a batch, a channel or a responder too");

    @ArchTest
    static final ArchRule onlyEntrancesDispatch =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "..dispatch..", "..web..", "..batch..", "..responder..")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("org.socketconsole.dispatch.Dispatch")
                    .because("what a call does is no call of its own");

    @ArchTest
    static final ArchRule onlyThoseWhoActInAPersonsPlaceMakeCallsThemselves =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..dispatch..", "..web..", "..responder..")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("org.socketconsole.dispatch.InternalCalls")
                    .because("it is a way into the dispatch that no client came by");

    @ArchTest
    static final ArchRule everyAddressIsJudged =
            noClasses()
                    .that()
                    .doNotHaveSimpleName("SocketAddresses")
                    .should()
                    .callMethodWhere(
                            target(nameMatching("sockaddr"))
                                    .and(target(owner(resideInAPackage("..resolve..")))))
                    .because("the rules see each address as the bytes that the kernel gets");

    @ArchTest
    static final ArchRule controllersArePackagePrivate =
            classes()
                    .that()
                    .areAnnotatedWith(RestController.class)
                    .should()
                    .bePackagePrivate()
                    .because("they are called over HTTP, and by nobody else");

    @ArchTest
    static final ArchRule oneNameIsOfOneThing =
            classes()
                    .that()
                    .areTopLevelClasses()
                    .and()
                    .doNotHaveSimpleName("package-info")
                    .should(haveANameOfTheirOwn())
                    .because("whoever reads it need not look where it is imported from");

    @ArchTest
    static final ArchRule wordsDoNotDependOnTheMachinesLanguage =
            noClasses()
                    .should()
                    .callMethod(String.class, "toLowerCase")
                    .orShould()
                    .callMethod(String.class, "toUpperCase")
                    .because("in Turkish, the small letter of I is another");

    @ArchTest
    static final ArchRule noJavaSockets =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.net.Socket")
                    .orShould()
                    .dependOnClassesThat(
                            resideInAPackage("java.nio.channels..")
                                    .and(not(nameMatching(".*\\.(OverlappingFileLock|File).*"))))
                    .because("every descriptor of ours but those of files is made by libc");

    private static ArchCondition<JavaClass> useRoomsAbove(Map<String, Integer> lines) {
        return new ArchCondition<>("use rooms above their own") {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                one.getDirectDependenciesFromSelf().stream()
                        .filter(used -> !isAbove(used.getTargetClass(), one))
                        .map(used -> SimpleConditionEvent.violated(used, used.getDescription()))
                        .forEach(events::add);
            }

            private boolean isAbove(JavaClass used, JavaClass user) {
                String other = Rooms.of(used);
                String room = Rooms.of(user);
                return other.isEmpty()
                        || other.equals(room)
                        || lines.containsKey(room)
                                && lines.getOrDefault(other, lines.size()) < lines.get(room);
            }
        };
    }

    private static ArchCondition<JavaClass> haveANameOfTheirOwn() {
        return new ArchCondition<>("have a name of their own") {
            private final Map<String, String> seen = new HashMap<>();

            @Override
            public void check(JavaClass one, ConditionEvents events) {
                String other = seen.putIfAbsent(one.getSimpleName(), one.getName());
                if (other != null) {
                    events.add(SimpleConditionEvent.violated(one, one.getName() + ", " + other));
                }
            }
        };
    }
}
