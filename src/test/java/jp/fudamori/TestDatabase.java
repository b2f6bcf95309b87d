package jp.fudamori;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A database of its own on the real PostgreSQL that all tests of a JVM share. */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    @Bean
    HikariDataSource dataSource() {
        return DataSourceBuilder.create()
                .type(HikariDataSource.class)
                .url(EmbeddedDatabase.freshUrl())
                .build();
    }
}
