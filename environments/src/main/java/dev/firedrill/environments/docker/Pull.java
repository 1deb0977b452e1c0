package dev.firedrill.environments.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.ResponseItem;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Downloads an image, for as long as it takes while something comes; a registry that says nothing is given up soon. */
final class Pull {
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final DockerClient client;

    Pull(DockerClient client) {
        this.client = client;
    }

    void image(Images.Choice image, Images.Of product) {
        String what = "The image " + image.written() + " of " + product.key()
                + " is not on this machine and could not be pulled";
        Progress progress = new Progress();
        try {
            client.pullImageCmd(image.name()).exec(progress);
            progress.await(what);
        } catch (DockerException refused) {
            throw DockerErrors.of(what, refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new EnvironmentFailure("Interrupted while the image " + image.written() + " was pulled", stopped);
        } catch (IOException unclosable) {
            throw new EnvironmentFailure(what + ": " + unclosable.getMessage(), unclosable);
        }
    }

    /** What the engine reports. */
    private static final class Progress extends ResultCallback.Adapter<PullResponseItem> {
        /** Of our own: the library's waiting with a limit ends the download when the limit is reached. */
        private final CountDownLatch ended = new CountDownLatch(1);

        private volatile long lastStep = System.nanoTime();
        private volatile @Nullable String error;

        /** Without the stack trace that the library would print; its message is thrown where the pull is awaited. */
        @Override
        public void onError(Throwable refused) {
            error = String.valueOf(refused.getMessage());
            ended.countDown();
        }

        @Override
        public void onComplete() {
            super.onComplete();
            ended.countDown();
        }

        @Override
        public void onNext(PullResponseItem item) {
            ResponseItem.ErrorDetail detail = item.getErrorDetail();
            if (detail != null) {
                error = detail.getMessage();
            }
            String status = item.getStatus();
            if (status != null && !status.startsWith("Retrying") && !status.startsWith("Waiting")) {
                lastStep = System.nanoTime();
            }
        }

        void await(String what) throws InterruptedException, IOException {
            long end = System.nanoTime() + Patience.FIRST_TIME.budget().toNanos();
            while (!ended.await(1, TimeUnit.SECONDS)) {
                long now = System.nanoTime();
                if (now - lastStep > SILENCE.toNanos() || now > end) {
                    close();
                    throw DockerErrors.of(what, new IOException("i/o timeout"));
                }
            }
            String said = error;
            if (said != null) {
                throw new EnvironmentFailure(DockerErrors.sentence(what, said));
            }
        }
    }
}
