-- Porch's package cache: tables, keys, checks and trigger rules, written anew. Column order is that of Porch's own
-- tables, so that a dump of one restores into the other. The times are TIMESTAMPTZ, as in Porch's deployed variant.

CREATE TABLE repositories (
    k8s_name_space  TEXT NOT NULL CHECK (k8s_name_space <> ''),
    k8s_name        TEXT NOT NULL CHECK (k8s_name <> ''),
    directory       TEXT,
    default_ws_name TEXT,
    meta            TEXT,
    spec            TEXT,
    updated         TIMESTAMPTZ,
    updatedby       TEXT,
    deployment      BOOLEAN,
    PRIMARY KEY (k8s_name_space, k8s_name)
);

CREATE TABLE packages (
    k8s_name_space TEXT NOT NULL CHECK (k8s_name_space <> ''),
    k8s_name       TEXT NOT NULL CHECK (k8s_name <> ''),
    repo_k8s_name  TEXT NOT NULL CHECK (repo_k8s_name <> ''),
    package_path   TEXT,
    meta           TEXT,
    spec           TEXT,
    updated        TIMESTAMPTZ,
    updatedby      TEXT,
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
    meta             TEXT,
    spec             TEXT,
    updated          TIMESTAMPTZ,
    updatedby        TEXT,
    lifecycle        TEXT NOT NULL CHECK (lifecycle IN ('Draft', 'Proposed', 'Published', 'DeletionProposed')),
    ext_pr_id        TEXT,
    latest           BOOLEAN NOT NULL DEFAULT FALSE,
    tasks            TEXT,
    kptfile_status   TEXT DEFAULT '{}',
    PRIMARY KEY (k8s_name_space, k8s_name),
    CONSTRAINT revision_of_package FOREIGN KEY (k8s_name_space, package_k8s_name)
        REFERENCES packages (k8s_name_space, k8s_name) ON DELETE CASCADE
);
CREATE INDEX package_revisions_by_package ON package_revisions (k8s_name_space, package_k8s_name);

CREATE TABLE resources (
    k8s_name_space TEXT NOT NULL CHECK (k8s_name_space <> ''),
    k8s_name       TEXT NOT NULL CHECK (k8s_name <> ''),
    revision       INTEGER NOT NULL,
    resource_key   TEXT NOT NULL,
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

-- Which revision numbers go with which lifecycles, and by which steps a row moves between them.
CREATE FUNCTION refuse_impossible_revision() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
    who CONSTANT TEXT := format('package revision %s/%s', NEW.k8s_name_space, NEW.k8s_name);
    wrong TEXT;
BEGIN
    IF NEW.revision < -1 THEN
        wrong := format('revision %s is below -1', NEW.revision);
    ELSIF NEW.revision = -1 AND NEW.lifecycle NOT IN ('Published', 'DeletionProposed') THEN
        wrong := format('a placeholder cannot be %s', NEW.lifecycle);
    ELSIF NEW.revision = 0 AND NEW.lifecycle NOT IN ('Draft', 'Proposed') THEN
        wrong := format('revision 0 cannot be %s', NEW.lifecycle);
    ELSIF NEW.revision <> 0 AND NEW.lifecycle = 'Draft' THEN
        wrong := format('a Draft cannot have revision %s', NEW.revision);
    ELSIF TG_OP = 'UPDATE' THEN
        wrong := CASE
            WHEN NEW.package_k8s_name <> OLD.package_k8s_name THEN 'package_k8s_name cannot change'
            WHEN NEW.revision <> OLD.revision AND OLD.revision <> 0 THEN
                format('revision %s cannot become %s', OLD.revision, NEW.revision)
            WHEN NEW.revision <> OLD.revision AND OLD.lifecycle <> 'Proposed' THEN
                format('a %s cannot get revision %s', OLD.lifecycle, NEW.revision)
            WHEN NEW.revision = OLD.revision AND NEW.revision <> 0 AND NEW.lifecycle <> OLD.lifecycle
                AND NEW.lifecycle NOT IN ('Published', 'DeletionProposed') THEN
                format('a %s cannot become %s', OLD.lifecycle, NEW.lifecycle)
        END;
    END IF;
    IF wrong IS NULL AND NEW.revision <> 0 AND (TG_OP = 'INSERT' OR NEW.revision <> OLD.revision) AND EXISTS (
        SELECT FROM package_revisions other
        WHERE other.k8s_name_space = NEW.k8s_name_space AND other.package_k8s_name = NEW.package_k8s_name
            AND other.revision = NEW.revision AND other.k8s_name <> NEW.k8s_name
    ) THEN
        wrong := format('revision %s is used already in package %s', NEW.revision, NEW.package_k8s_name);
    END IF;
    IF wrong IS NOT NULL THEN
        RAISE EXCEPTION '%: %', who, wrong USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER refuse_impossible_revision BEFORE INSERT OR UPDATE ON package_revisions
    FOR EACH ROW EXECUTE FUNCTION refuse_impossible_revision();

-- A row that becomes Published with the highest revision of its package takes the latest flag from its neighbours.
CREATE FUNCTION move_latest_to_published() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.lifecycle = 'Published'
        AND (TG_OP = 'INSERT' OR OLD.lifecycle <> 'Published' OR OLD.revision <> NEW.revision)
        AND NEW.revision >= (
            SELECT COALESCE(MAX(other.revision), NEW.revision) FROM package_revisions other
            WHERE other.k8s_name_space = NEW.k8s_name_space AND other.package_k8s_name = NEW.package_k8s_name
        )
    THEN
        UPDATE package_revisions other SET latest = FALSE
        WHERE other.k8s_name_space = NEW.k8s_name_space AND other.package_k8s_name = NEW.package_k8s_name
            AND other.latest AND other.k8s_name <> NEW.k8s_name;
        NEW.latest := TRUE;
    END IF;
    RETURN NEW;
END $$;
-- Triggers of one kind run in the order of their names, so this one runs after refuse_impossible_revision.
CREATE TRIGGER then_move_latest_to_published BEFORE INSERT OR UPDATE ON package_revisions
    FOR EACH ROW EXECUTE FUNCTION move_latest_to_published();

-- When a row goes, the highest numbered one that stays is the latest. The others keep what they have, as in Porch.
CREATE FUNCTION move_latest_to_survivor() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    UPDATE package_revisions SET latest = TRUE
    WHERE (k8s_name_space, k8s_name) IN (
        SELECT k8s_name_space, k8s_name FROM package_revisions
        WHERE k8s_name_space = OLD.k8s_name_space AND package_k8s_name = OLD.package_k8s_name AND revision > 0
            AND lifecycle IN ('Published', 'DeletionProposed')
        ORDER BY revision DESC LIMIT 1
    ) AND NOT latest;
    RETURN NULL;
END $$;
CREATE TRIGGER move_latest_to_survivor AFTER DELETE ON package_revisions
    FOR EACH ROW EXECUTE FUNCTION move_latest_to_survivor();
