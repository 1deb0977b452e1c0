-- Porch's package cache: tables, keys, checks and trigger rules, written anew. Column order is that of Porch's own
-- tables, so that a dump of one restores into the other. The times are TIMESTAMPTZ, as in Porch's deployed variant.

CREATE TABLE repositories (
    k8s_name_space  TEXT NOT NULL CHECK (k8s_name_space <> ''),
    k8s_name        TEXT NOT NULL CHECK (k8s_name <> ''),
    directory       TEXT NOT NULL,
    default_ws_name TEXT NOT NULL,
    meta            TEXT NOT NULL,
    spec            TEXT NOT NULL,
    updated         TIMESTAMPTZ,
    updatedby       TEXT,
    deployment      BOOLEAN,
    PRIMARY KEY (k8s_name_space, k8s_name)
);

CREATE TABLE packages (
    k8s_name_space TEXT NOT NULL CHECK (k8s_name_space <> ''),
    k8s_name       TEXT NOT NULL CHECK (k8s_name <> ''),
    repo_k8s_name  TEXT NOT NULL CHECK (repo_k8s_name <> ''),
    package_path   TEXT NOT NULL,
    meta           TEXT NOT NULL,
    spec           TEXT NOT NULL,
    updated        TIMESTAMPTZ NOT NULL,
    updatedby      TEXT NOT NULL,
    PRIMARY KEY (k8s_name_space, k8s_name),
    CONSTRAINT package_of_repository FOREIGN KEY (k8s_name_space, repo_k8s_name)
        REFERENCES repositories (k8s_name_space, k8s_name) ON DELETE CASCADE
);
CREATE INDEX packages_by_repository ON packages (k8s_name_space, repo_k8s_name);

CREATE TABLE package_revisions (
    k8s_name_space   TEXT NOT NULL CHECK (k8s_name_space <> ''),
    k8s_name         TEXT NOT NULL CHECK (k8s_name <> ''),
    package_k8s_name TEXT NOT NULL CHECK (package_k8s_name <> ''),
    revision         INTEGER NOT NULL,
    meta             TEXT NOT NULL,
    spec             TEXT NOT NULL,
    updated          TIMESTAMPTZ NOT NULL,
    updatedby        TEXT NOT NULL,
    lifecycle        TEXT NOT NULL CHECK (lifecycle IN ('Draft', 'Proposed', 'Published', 'DeletionProposed')),
    ext_pr_id        TEXT NOT NULL,
    latest           BOOLEAN NOT NULL DEFAULT FALSE,
    tasks            TEXT NOT NULL,
    kptfile_status   TEXT NOT NULL DEFAULT '{}',
    PRIMARY KEY (k8s_name_space, k8s_name),
    CONSTRAINT revision_of_package FOREIGN KEY (k8s_name_space, package_k8s_name)
        REFERENCES packages (k8s_name_space, k8s_name) ON DELETE CASCADE
);
CREATE INDEX package_revisions_by_package ON package_revisions (k8s_name_space, package_k8s_name);

CREATE TABLE resources (
    k8s_name_space TEXT NOT NULL CHECK (k8s_name_space <> ''),
    k8s_name       TEXT NOT NULL CHECK (k8s_name <> ''),
    revision       INTEGER NOT NULL,
    resource_key   TEXT NOT NULL CHECK (resource_key <> ''),
    resource_value TEXT NOT NULL,
    PRIMARY KEY (k8s_name_space, k8s_name, resource_key),
    CONSTRAINT resource_of_revision FOREIGN KEY (k8s_name_space, k8s_name)
        REFERENCES package_revisions (k8s_name_space, k8s_name) ON DELETE CASCADE
);

-- The place of a repository is fixed for as long as its row lives.
CREATE FUNCTION keep_repository_place() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.directory IS DISTINCT FROM OLD.directory OR NEW.default_ws_name IS DISTINCT FROM OLD.default_ws_name THEN
        RAISE EXCEPTION 'repository %/%: directory and default_ws_name cannot change', OLD.k8s_name_space, OLD.k8s_name
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_repository_place BEFORE UPDATE ON repositories
    FOR EACH ROW EXECUTE FUNCTION keep_repository_place();

-- The place of a package is fixed for as long as its row lives.
CREATE FUNCTION keep_package_place() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.repo_k8s_name IS DISTINCT FROM OLD.repo_k8s_name OR NEW.package_path IS DISTINCT FROM OLD.package_path THEN
        RAISE EXCEPTION 'package %/%: repo_k8s_name and package_path cannot change', OLD.k8s_name_space, OLD.k8s_name
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_package_place BEFORE UPDATE ON packages
    FOR EACH ROW EXECUTE FUNCTION keep_package_place();

-- Which revision numbers go with which lifecycles, by which steps a row moves between them, and who is the latest.
-- Where Porch is lenient, so is this: what it accepts must be accepted, or its dumps would not restore.
CREATE FUNCTION keep_revision_order() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
    inserted CONSTANT BOOLEAN := TG_OP = 'INSERT';
    published CONSTANT BOOLEAN := NEW.lifecycle IN ('Published', 'DeletionProposed');
    was_published CONSTANT BOOLEAN := inserted OR OLD.lifecycle IN ('Published', 'DeletionProposed');
    -- Placeholders (-1) stand apart: neither numbered nor latest.
    placeholder CONSTANT BOOLEAN := NEW.revision = -1 OR (NOT inserted AND OLD.revision = -1);
    numbered CONSTANT BOOLEAN := NOT placeholder AND NEW.revision > 0 AND (inserted OR NEW.revision <> OLD.revision);
    highest CONSTANT INTEGER := (
        SELECT COALESCE(MAX(revision), 0) FROM package_revisions
        WHERE k8s_name_space = NEW.k8s_name_space AND package_k8s_name = NEW.package_k8s_name);
    wrong CONSTANT TEXT := CASE
        WHEN NEW.revision < -1 THEN
            format('revision %s is below -1', NEW.revision)
        WHEN NOT inserted AND NEW.package_k8s_name <> OLD.package_k8s_name THEN
            'package_k8s_name cannot change'
        WHEN placeholder AND NOT (published AND was_published) THEN
            format('a placeholder cannot be %s', NEW.lifecycle)
        WHEN placeholder THEN
            NULL
        WHEN NEW.revision = 0 AND published THEN
            format('revision 0 cannot be %s', NEW.lifecycle)
        WHEN NEW.revision = 0 AND NOT inserted AND was_published THEN
            format('a %s cannot become %s again', OLD.lifecycle, NEW.lifecycle)
        WHEN NEW.revision <> 0 AND NEW.lifecycle = 'Draft' THEN
            format('a Draft cannot have revision %s', NEW.revision)
        WHEN NOT inserted AND NEW.revision <> OLD.revision AND OLD.revision <> 0 THEN
            format('revision %s cannot become %s', OLD.revision, NEW.revision)
        WHEN NOT inserted AND NEW.revision <> OLD.revision AND OLD.lifecycle <> 'Proposed' THEN
            format('a %s cannot get revision %s', OLD.lifecycle, NEW.revision)
        WHEN NOT inserted AND NEW.revision > 0 AND NOT published AND NEW.revision = OLD.revision
            AND NEW.lifecycle <> OLD.lifecycle THEN
            format('a %s cannot become %s', OLD.lifecycle, NEW.lifecycle)
        WHEN numbered AND EXISTS (
            SELECT FROM package_revisions
            WHERE k8s_name_space = NEW.k8s_name_space AND package_k8s_name = NEW.package_k8s_name
                AND revision = NEW.revision
        ) THEN
            format('revision %s is used already in package %s', NEW.revision, NEW.package_k8s_name)
    END;
BEGIN
    IF wrong IS NOT NULL THEN
        RAISE EXCEPTION 'package revision %/%: %', NEW.k8s_name_space, NEW.k8s_name, wrong
            USING ERRCODE = 'check_violation';
    END IF;
    IF numbered AND NEW.lifecycle = 'Published' AND NEW.revision >= highest THEN
        UPDATE package_revisions SET latest = FALSE
        WHERE k8s_name_space = NEW.k8s_name_space AND package_k8s_name = NEW.package_k8s_name
            AND latest AND k8s_name <> NEW.k8s_name;
        NEW.latest := TRUE;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_revision_order BEFORE INSERT OR UPDATE ON package_revisions
    FOR EACH ROW EXECUTE FUNCTION keep_revision_order();

-- When a row goes, the highest numbered one that stays is the latest, unless it is not published. The others keep what
-- they have: two can be the latest, as in Porch.
CREATE FUNCTION move_latest_to_survivor() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    UPDATE package_revisions SET latest = TRUE
    WHERE k8s_name_space = OLD.k8s_name_space AND package_k8s_name = OLD.package_k8s_name
        AND lifecycle IN ('Published', 'DeletionProposed') AND NOT latest AND revision > 0
        AND revision = (
            SELECT MAX(revision) FROM package_revisions
            WHERE k8s_name_space = OLD.k8s_name_space AND package_k8s_name = OLD.package_k8s_name);
    RETURN NULL;
END $$;
CREATE TRIGGER move_latest_to_survivor AFTER DELETE ON package_revisions
    FOR EACH ROW EXECUTE FUNCTION move_latest_to_survivor();
