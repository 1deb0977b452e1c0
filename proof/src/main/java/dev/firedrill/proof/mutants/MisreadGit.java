package dev.firedrill.proof.mutants;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.PackageContent;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.port.GitRepositories;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Git as a tool reads it that takes files for something else than bytes. */
final class MisreadGit implements GitRepositories {
    private final GitRepositories exact;
    private final UnaryOperator<PackageContent> misreading;

    private MisreadGit(GitRepositories exact, UnaryOperator<PackageContent> misreading) {
        this.exact = exact;
        this.misreading = misreading;
    }

    /** Line ends as the tool's own platform has them. */
    static GitRepositories withUnixLineEnds(GitRepositories git) {
        return new MisreadGit(git, each(text -> text.replace("\r\n", "\n")));
    }

    /** Letters as a tool reads them that was started without a locale. */
    static GitRepositories inAscii(GitRepositories git) {
        return new MisreadGit(
                git, each(text -> new String(text.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII)));
    }

    /** A package that lies in a package is taken for a package of its own. */
    static GitRepositories withoutNestedPackages(GitRepositories git) {
        return new MisreadGit(git, content -> {
            SortedMap<String, String> files = new TreeMap<>(content.files());
            content.files().keySet().stream()
                    .filter(path -> path.endsWith("/Kptfile"))
                    .map(path -> path.substring(0, path.lastIndexOf('/') + 1))
                    .forEach(inner -> files.keySet().removeIf(path -> path.startsWith(inner)));
            return PackageContent.of(files);
        });
    }

    /** What git's own tools leave out of an archive is taken for no part of the package. */
    static GitRepositories withoutHiddenFiles(GitRepositories git) {
        return new MisreadGit(git, content -> {
            SortedMap<String, String> files = new TreeMap<>(content.files());
            files.keySet()
                    .removeIf(path -> path.substring(path.lastIndexOf('/') + 1).startsWith("."));
            return PackageContent.of(files);
        });
    }

    private static UnaryOperator<PackageContent> each(UnaryOperator<String> misread) {
        return content -> {
            SortedMap<String, String> files = new TreeMap<>(content.files());
            files.replaceAll((path, text) -> misread.apply(text));
            return PackageContent.of(files);
        };
    }

    @Override
    public GitView look(Repository repository) {
        GitView view = exact.look(repository);
        return view instanceof GitView.Readable readable
                ? new GitView.Readable(
                        readable.version(),
                        readable.head(),
                        readable.revisions().stream().map(this::misread).toList(),
                        readable.drafts())
                : view;
    }

    @Override
    public GitRevision publish(Repository repository, CachedRevision revision, int number, String author) {
        return misread(exact.publish(repository, revision, number, author));
    }

    @Override
    public GitRevision placeholder(Repository repository, CachedRevision revision) {
        return misread(exact.placeholder(repository, revision));
    }

    @Override
    public void deleteTag(Repository repository, GitLock lock) {
        exact.deleteTag(repository, lock);
    }

    @Override
    public void deleteDirectory(Repository repository, CachedRevision placeholder) {
        exact.deleteDirectory(repository, placeholder);
    }

    @Override
    public boolean syncDraft(Repository repository, RevisionName name, Supplier<Optional<CachedRevision>> row) {
        return exact.syncDraft(repository, name, row);
    }

    private GitRevision misread(GitRevision seen) {
        return new GitRevision(
                seen.name(),
                seen.revision(),
                seen.lock(),
                misreading.apply(seen.content()),
                seen.originTask(),
                seen.publishedAt(),
                seen.publishedBy());
    }
}
