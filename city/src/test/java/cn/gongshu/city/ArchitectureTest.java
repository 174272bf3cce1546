package cn.gongshu.city;

import cn.gongshu.city.offending.Blocking;
import cn.gongshu.city.offending.Offenders;
import cn.gongshu.evidence.EvidenceLog;
import cn.gongshu.kernel.offending.UsesALibrary;
import cn.gongshu.mandate.decision.DecisionPoint;
import cn.gongshu.mandate.offending.KnowsSql;
import cn.gongshu.platform.offending.KnowsACity;
import cn.gongshu.query.spi.QueryEngine;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTest {

    private static final Set<String> HOT_PATH =
            Set.of("UseFlow", "ProductDoor", "CallReader", "Window", "SubjectAnswers", "Recorder");

    private static final DescribedPredicate<JavaClass> HOT = DescribedPredicate.describe(
            "on the hot path",
            type -> type.getPackageName().equals("cn.gongshu.platform.delivery")
                    && HOT_PATH.contains(outermost(type).getSimpleName()));

    private static final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("cn.gongshu");

    /** A rule, and classes of the test tree that break it. */
    private static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(enginesAreCalledOnlyByTheGovernedDoor(), new Class<?>[] {Offenders.CallsAnEngine.class}),
                Arguments.of(adaptersAreChosenByTheDeployable(), new Class<?>[] {Offenders.ChoosesAnEngine.class}),
                Arguments.of(usesAreDecidedInOnePlace(), new Class<?>[] {Offenders.Decides.class}),
                Arguments.of(nothingBlocks(HOT.or(ofBlocking())), Blocking.class.getDeclaredClasses()),
                Arguments.of(theKernelUsesTheJdkAlone(), new Class<?>[] {UsesALibrary.class}),
                Arguments.of(lawMandateAndEvidenceKnowNeitherSpringNorSql(), new Class<?>[] {KnowsSql.class}),
                Arguments.of(thePlatformKnowsNoCity(), new Class<?>[] {KnowsACity.class}),
                Arguments.of(
                        everythingComesThroughConstructors(), new Class<?>[] {Offenders.TakesThroughAField.class}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_architecture_keeps_its_rules(ArchRule rule) {
        rule.check(classes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void a_class_that_breaks_a_rule_is_found(ArchRule rule, Class<?>[] offenders) {
        assertThat(offenders).isNotEmpty();
        assertThat(Arrays.stream(offenders))
                .allSatisfy(
                        offender -> assertThat(rule.evaluate(imported(offender)).hasViolation())
                                .as(offender.getSimpleName())
                                .isTrue());
    }

    @Test
    void the_hot_path_is_where_the_rule_looks_for_it() {
        assertThat(classes.that(HOT)).hasSizeGreaterThanOrEqualTo(HOT_PATH.size());
    }

    private static ArchRule enginesAreCalledOnlyByTheGovernedDoor() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("cn.gongshu.query.governed..", "cn.gongshu.query.duckdb..")
                .should()
                .callMethodWhere(calls(QueryEngine.class, Set.of("run")));
    }

    private static ArchRule adaptersAreChosenByTheDeployable() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("cn.gongshu.query.duckdb..", "cn.gongshu.city")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("cn.gongshu.query.duckdb..");
    }

    private static ArchRule usesAreDecidedInOnePlace() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("cn.gongshu.platform.delivery..", "cn.gongshu.mandate.decision..")
                .should()
                .callMethodWhere(calls(DecisionPoint.class, Set.of("decide", "judgeSubject")));
    }

    private static ArchRule nothingBlocks(DescribedPredicate<JavaClass> hot) {
        return noClasses()
                .that(hot)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(JdbcClient.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(JdbcOperations.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(LockSupport.class)
                .orShould()
                .callMethodWhere(calls(Thread.class, Set.of("sleep", "join")))
                .orShould()
                .callMethodWhere(calls(CompletableFuture.class, Set.of("join", "get")))
                .orShould()
                .callMethodWhere(calls(io.vertx.core.Future.class, Set.of("await")));
    }

    @Test
    void the_journal_is_read_neither_by_a_door_nor_by_the_writer_of_the_log() {
        Set<String> reads = Set.of("entry", "receipt", "published", "replay");
        DescribedPredicate<JavaClass> door = DescribedPredicate.describe(
                "below the door",
                type -> type.getPackageName().equals("cn.gongshu.platform.delivery")
                        && HOT_PATH.contains(outermost(type).getSimpleName())
                        && !outermost(type).getSimpleName().equals("Recorder"));
        noClasses()
                .that(door)
                .should()
                .callMethodWhere(calls(EvidenceLog.class, reads))
                .check(classes);
        noClasses()
                .that()
                .doNotHaveSimpleName("JournalReads")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "compares an answer with the journal",
                        call -> call.getName().equals("same")
                                && call.getTargetOwner().getSimpleName().equals("Recorder")))
                .check(classes);
    }

    private static ArchRule theKernelUsesTheJdkAlone() {
        return classes()
                .that()
                .resideInAPackage("cn.gongshu.kernel..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("cn.gongshu.kernel..", "java..", "javax.crypto..", "org.jspecify..");
    }

    private static ArchRule lawMandateAndEvidenceKnowNeitherSpringNorSql() {
        return noClasses()
                .that()
                .resideInAnyPackage("cn.gongshu.regulation..", "cn.gongshu.mandate..", "cn.gongshu.evidence..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "io.vertx..");
    }

    private static ArchRule thePlatformKnowsNoCity() {
        return noClasses()
                .that()
                .resideInAPackage("cn.gongshu.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("cn.gongshu.cities..", "cn.gongshu.city..");
    }

    private static ArchRule everythingComesThroughConstructors() {
        return noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject");
    }

    private static JavaClasses imported(Class<?> offender) {
        return new ClassFileImporter().importClasses(offender);
    }

    private static DescribedPredicate<JavaClass> ofBlocking() {
        return DescribedPredicate.describe("of Blocking", type -> type.getName().startsWith(Blocking.class.getName()));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    private static DescribedPredicate<JavaMethodCall> calls(Class<?> owner, Set<String> methods) {
        return DescribedPredicate.describe(
                "calls " + owner.getSimpleName() + " " + methods,
                call -> methods.contains(call.getName())
                        && call.getTargetOwner().isAssignableTo(owner));
    }
}
