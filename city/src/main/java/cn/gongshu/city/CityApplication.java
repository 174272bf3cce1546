package cn.gongshu.city;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The Spring application: the packages of the platform, wired once. */
@SpringBootApplication(
        scanBasePackages = {"cn.gongshu.city", "cn.gongshu.platform"},
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        exclude = UserDetailsServiceAutoConfiguration.class)
public class CityApplication {}
