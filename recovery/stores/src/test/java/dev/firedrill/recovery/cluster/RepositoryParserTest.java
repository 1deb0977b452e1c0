package dev.firedrill.recovery.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepositoryParserTest {
    private static String object(String name, String git) {
        return "{'metadata':{'name':'" + name + "','namespace':'ns','uid':'u','generation':3},'spec':{" + git + "}}";
    }

    private static Repository parse(String json) throws InvalidObject {
        return RepositoryParser.parse(Json.parse(json.replace('\'', '"')));
    }

    @Test
    void reads_everything() throws InvalidObject {
        Repository repository = parse(object(
                "r1",
                "'type':'git','deployment':true,'sync':{'runOnceAt':'2026-01-01T00:00:00Z'},'git':{'repo':'http://g/x',"
                        + "'branch':'b/1','createBranch':true,'directory':'/a/b/','secretRef':{'name':'s'},"
                        + "'author':'Ann','email':'a@b'}"));

        assertThat(repository.directory()).isEqualTo("a/b");
        assertThat(repository.branch()).isEqualTo("b/1");
        assertThat(repository.createBranch()).isTrue();
        assertThat(repository.deployment()).isTrue();
        assertThat(repository.deleting()).isFalse();
        assertThat(repository.generation()).isEqualTo(3);
        assertThat(repository.secretName()).contains("s");
        assertThat(repository.author()).contains("Ann <a@b>");
        assertThat(repository.runOnceAt()).contains("2026-01-01T00:00:00Z");
    }

    @Test
    void fills_in_what_is_usual() throws InvalidObject {
        Repository repository = parse(object("r1", "'git':{'repo':'https://g/x'}"));
        assertThat(repository.branch()).isEqualTo("main");
        assertThat(repository.directory()).isEmpty();
        assertThat(repository.secretName()).isEmpty();
        assertThat(repository.author()).isEmpty();
    }

    @Test
    void keeps_the_login_in_the_url_for_the_connection_alone() throws InvalidObject {
        Repository repository = parse(object("r1", "'git':{'repo':'https://u:hush@g/x?token=hush'}")
                .replace("'metadata':{", "'metadata':{'annotations':{'last':'see https://hush@g/x'},"));
        assertThat(repository.url()).isEqualTo("https://u:hush@g/x?token=hush");
        assertThat(repository.place()).isEqualTo("https://g/x");
        assertThat(repository.json()).contains("https://g/x").doesNotContain("hush");
        assertThat(repository.toString()).doesNotContain("hush");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "r.1 | 'git':{'repo':'http://g/x'} | name",
                "r1 | 'type':'oci' | oci",
                "r1 | 'type':'git' | spec.git.repo is missing",
                "r1 | 'git':{'repo':'ssh://g/x'} | http",
                "r1 | 'git':{'repo':'git@host:x'} | spec.git.repo",
                "r1 | 'git':{'repo':'ext::sh -c x'} | spec.git.repo",
                "r1 | 'git':{'repo':'http://g/x','branch':'a..b'} | branch",
                "r1 | 'git':{'repo':'http://g/x','branch':'a//b'} | branch",
                "r1 | 'git':{'repo':'http://g/x','branch':'a b'} | branch",
                "r1 | 'git':{'repo':'http://g/x','directory':'a/../../b'} | directory",
                "r1 | 'git':{'repo':'http://g/x','directory':'.git/hooks'} | directory",
                "r1 | 'git':{'repo':'http://g/x','directory':'a\\\\b'} | directory"
            })
    void says_why_an_object_cannot_be_used(String name, String spec, String why) {
        assertThatThrownBy(() -> parse(object(name, spec)))
                .isInstanceOf(InvalidObject.class)
                .hasMessageContaining(why);
    }

    @Test
    void reads_variants() {
        Variant variant = VariantParser.parse(Json.parse(("{'metadata':{'name':'v','namespace':'ns','uid':'u',"
                        + "'deletionTimestamp':'2026-01-01T00:00:00Z'},'spec':{'upstream':{'repo':'a','package':'/p/q/',"
                        + "'workspaceName':'w'},'downstream':{'repo':'b','package':'r'},'adoptionPolicy':'adoptExisting',"
                        + "'deletionPolicy':'orphan','labels':{'k':'l'},'packageContext':{'data':{'x':'y'}}}}")
                .replace('\'', '"')));
        assertThat(variant.upstreamPackage()).isEqualTo("p/q");
        assertThat(variant.upstreamWorkspace()).contains("w");
        assertThat(variant.adoptExisting()).isTrue();
        assertThat(variant.orphanOnDelete()).isTrue();
        assertThat(variant.deleting()).isTrue();
        assertThat(variant.labels()).containsEntry("k", "l");
        assertThat(variant.packageContext()).containsEntry("x", "y");
    }
}
