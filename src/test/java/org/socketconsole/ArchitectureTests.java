package org.socketconsole;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import org.springframework.web.bind.annotation.RestController;

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
    static final ArchRule controllersArePackagePrivate =
            classes()
                    .that()
                    .areAnnotatedWith(RestController.class)
                    .should()
                    .bePackagePrivate()
                    .because("they are called over HTTP, and by nobody else");

    @ArchTest
    static final ArchRule noJavaSockets =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.net.Socket")
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAPackage("java.nio.channels..")
                    .because("every descriptor of ours is made by a call of libc");
}
