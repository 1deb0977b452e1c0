package dev.firedrill.recovery.sets.create;

import dev.firedrill.recovery.sets.artefact.ArtefactWriter;
import dev.firedrill.recovery.sets.catalogue.Catalogue;
import dev.firedrill.recovery.sets.catalogue.CatalogueEntry;
import dev.firedrill.recovery.sets.format.FileEntry;
import dev.firedrill.recovery.sets.format.Hashes;
import dev.firedrill.recovery.sets.format.KeyReference;
import dev.firedrill.recovery.sets.format.Manifest;
import dev.firedrill.recovery.sets.format.MemberMetadata;
import dev.firedrill.recovery.sets.format.MemberState;
import dev.firedrill.recovery.sets.format.MemberSummary;
import dev.firedrill.recovery.sets.format.SetJson;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.member.Member;
import dev.firedrill.recovery.sets.member.Taken;
import dev.firedrill.recovery.sets.problem.SetProblem;
import dev.firedrill.recovery.sets.problem.StoreUnavailable;
import dev.firedrill.recovery.sets.signature.SigningKey;
import dev.firedrill.recovery.sets.signature.SshSignature;
import dev.firedrill.recovery.sets.status.SetState;
import dev.firedrill.recovery.sets.status.SetStatus.MemberStatus;
import dev.firedrill.recovery.sets.status.StatusBoard;
import dev.firedrill.recovery.sets.storage.Content;
import dev.firedrill.recovery.sets.storage.Storage;
import dev.firedrill.recovery.sets.storage.StoredFile;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes the members of one set and closes it. The manifest is written last; before it there is no set. */
final class SetBuilder {
    private final Storage storage;
    private final Catalogue catalogue;
    private final Clock clock;
    private final SetPlace place;
    private final BackupRequest request;
    private final Optional<BaseSet> base;
    private final StatusBoard status;
    private final List<MemberSummary> summaries = new ArrayList<>();
    private final List<MemberMetadata> members = new ArrayList<>();
    private final Map<String, List<String>> commands = new HashMap<>();
    private final List<FileEntry> files = new ArrayList<>();

    SetBuilder(
            Storage storage,
            Catalogue catalogue,
            Clock clock,
            SetPlace place,
            BackupRequest request,
            Optional<BaseSet> base,
            Consumer<MemberStatus> told) {
        this.storage = storage;
        this.catalogue = catalogue;
        this.clock = clock;
        this.place = place;
        this.request = request;
        this.base = base;
        this.status = new StatusBoard(storage, place, request.order(), clock, told);
    }

    BackupResult build(List<SetPlace> cleaned) {
        Instant startedAt = clock.instant();
        for (String alias : request.order()) {
            Member member = request.members().get(alias);
            if (member != null) {
                take(alias, member);
            }
        }
        if (members.isEmpty()) {
            storage.delete(place.statusKey());
            throw new StoreUnavailable("nothing could be backed up: "
                    + String.join(
                            "; ", summaries.stream().map(MemberSummary::error).toList()));
        }
        BackupResult result = close(startedAt, cleaned);
        status.set(result.manifest().isComplete() ? SetState.COMPLETED : SetState.PARTIAL);
        return result;
    }

    private void take(String alias, Member member) {
        String error = "";
        for (int attempt = 1; attempt <= request.attempts(); attempt++) {
            status.member(alias, MemberState.RUNNING, null);
            try {
                ArtefactWriter artefacts = new ArtefactWriter(
                        storage,
                        place,
                        alias,
                        request.recipients(),
                        base.flatMap(each -> each.member(alias, member.kind())));
                finish(alias, member, member.take(artefacts), artefacts);
                return;
            } catch (SetProblem e) {
                error = String.valueOf(e.getMessage());
                discard(alias);
            }
        }
        summaries.add(new MemberSummary(alias, member.kind(), MemberState.FAILED, null, error));
        status.member(alias, MemberState.FAILED, error);
    }

    private void finish(String alias, Member member, Taken taken, ArtefactWriter artefacts) {
        MemberMetadata metadata = new MemberMetadata(
                Manifest.FORMAT,
                Manifest.VERSION,
                alias,
                member.kind(),
                taken.window(),
                artefacts.entries(),
                taken.details());
        FileEntry file = write(alias + "/" + SetPlace.METADATA, SetJson.write(metadata));
        files.add(file);
        members.add(metadata);
        commands.put(alias, taken.commands());
        summaries.add(new MemberSummary(alias, member.kind(), MemberState.SUCCEEDED, taken.window(), null));
        status.member(alias, MemberState.SUCCEEDED, null);
    }

    private void discard(String alias) {
        for (StoredFile file : storage.list(place.key(alias))) {
            storage.delete(file.key());
        }
    }

    private BackupResult close(Instant startedAt, List<SetPlace> cleaned) {
        Optional<KeyReference> signer =
                request.signingKey().map(key -> key.publicKey().reference());
        List<KeyReference> recipients = request.recipients().references();
        String text = Instructions.write(place, members, List.copyOf(files), commands, recipients, signer);
        files.add(write(SetPlace.INSTRUCTIONS, text.getBytes(StandardCharsets.UTF_8)));
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                Manifest.VERSION,
                place.batch(),
                place.root().text(),
                base.map(each -> each.place().root().text()).orElse(null),
                startedAt,
                clock.instant(),
                recipients,
                signer.orElse(null),
                summaries,
                files);
        byte[] bytes = SetJson.write(manifest);
        String rootHash = Hashes.of(bytes);
        catalogue.add(
                place,
                new CatalogueEntry(
                        Manifest.FORMAT,
                        Manifest.VERSION,
                        place.batch(),
                        place.root().text(),
                        rootHash,
                        startedAt,
                        signer.orElse(null)));
        request.signingKey().ifPresent(key -> sign(bytes, key));
        storage.create(place.key(SetPlace.MANIFEST), Content.of(bytes));
        return new BackupResult(place, rootHash, manifest, cleaned);
    }

    private void sign(byte[] manifest, SigningKey key) {
        storage.create(place.key(SetPlace.SIGNATURE), Content.of(SshSignature.sign(manifest, key)));
    }

    private FileEntry write(String path, byte[] bytes) {
        storage.create(place.key(path), Content.of(bytes));
        return new FileEntry(path, bytes.length, Hashes.of(bytes));
    }
}
