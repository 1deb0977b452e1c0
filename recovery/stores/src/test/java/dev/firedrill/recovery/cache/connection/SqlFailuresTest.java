package dev.firedrill.recovery.cache.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What the driver says when there is no connection, and what is said of that. */
class SqlFailuresTest {
    private static String said(SQLException failure) {
        return SqlFailures.translate("jdbc:postgresql://db/porch", failure).getMessage();
    }

    @Test
    void a_login_without_a_password_is_one_that_is_refused() {
        assertThat(said(new SQLException(
                        "The server requested SCRAM-based authentication, but the password is an empty string.",
                        "08004")))
                .contains("the login was refused", "the password is an empty string", "the password file")
                .doesNotContain("does not answer");
    }

    @Test
    void a_url_of_something_else_is_named_as_that() {
        assertThat(said(new SQLException("No suitable driver found for postgres://u:hush@h/porch", "08001")))
                .contains("no jdbc:postgresql://HOST:PORT/DATABASE", "--database-url")
                .doesNotContain("hush", "does not answer");
    }

    @Test
    void another_kind_of_server_was_reached() {
        assertThat(said(new SQLException("An error occurred while setting up the SSL connection.", "08P01")))
                .contains("was reached", "no PostgreSQL server")
                .doesNotContain("does not answer");
    }

    @Test
    void an_unknown_host_is_told_from_one_that_refuses() {
        assertThat(said(new SQLException("The connection attempt failed.", "08001", new UnknownHostException("db"))))
                .contains("its host name is unknown");
        assertThat(said(new SQLException("Connection to db:1 refused.", "08001", new ConnectException("refused"))))
                .contains("does not answer (Connection to db:1 refused.)", "check that the database runs");
    }
}
