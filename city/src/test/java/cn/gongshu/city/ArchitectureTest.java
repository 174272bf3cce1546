package cn.gongshu.city;

import cn.gongshu.mandate.decision.DecisionPoint;
import cn.gongshu.query.spi.QueryEngine;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTest {

    private static final Set<String> HOT_PATH =
            Set.of("UseFlow", "ProductDoor", "CallReader", "Window", "SubjectAnswers", "Recorder");

    private static final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("cn.gongshu");

    @Test
    void engines_are_called_only_by_the_governed_door() {
        noClasses()
                .that()
                .resideOutsideOfPackages("cn.gongshu.query.governed..", "cn.gongshu.query.duckdb..")
                .should()
                .callMethodWhere(calls(QueryEngine.class, Set.of("run")))
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackages("cn.gongshu.query.duckdb..", "cn.gongshu.city")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("cn.gongshu.query.duckdb..")
                .check(classes);
    }

    @Test
    void uses_are_decided_in_one_place() {
        noClasses()
                .that()
                .resideOutsideOfPackages("cn.gongshu.platform.delivery..", "cn.gongshu.mandate.decision..")
                .should()
                .callMethodWhere(calls(DecisionPoint.class, Set.of("decide", "judgeSubject")))
                .check(classes);
    }

    @Test
    void nothing_blocks_between_door_and_proof() {
        DescribedPredicate<JavaClass> hot = DescribedPredicate.describe(
                "on the hot path",
                type -> type.getPackageName().equals("cn.gongshu.platform.delivery")
                        && HOT_PATH.contains(outermost(type).getSimpleName()));
        assertThat(classes.that(hot)).hasSizeGreaterThanOrEqualTo(HOT_PATH.size());
        noClasses()
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
                .callMethodWhere(calls(io.vertx.core.Future.class, Set.of("await")))
                .check(classes);
    }

    @Test
    void the_kernel_uses_the_jdk_alone() {
        classes()
                .that()
                .resideInAPackage("cn.gongshu.kernel..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("cn.gongshu.kernel..", "java..", "javax.crypto..", "org.jspecify..")
                .check(classes);
    }

    @Test
    void law_mandate_and_evidence_know_neither_spring_nor_sql() {
        noClasses()
                .that()
                .resideInAnyPackage("cn.gongshu.regulation..", "cn.gongshu.mandate..", "cn.gongshu.evidence..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "io.vertx..")
                .check(classes);
    }

    @Test
    void the_platform_knows_no_city() {
        noClasses()
                .that()
                .resideInAPackage("cn.gongshu.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("cn.gongshu.cities..", "cn.gongshu.city..")
                .check(classes);
    }

    @Test
    void everything_comes_through_constructors() {
        noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .check(classes);
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
