package dev.firedrill.recovery.sets.member.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/** Keeps a backup from what is configured for git on this machine, which could send it to another server (insteadOf). */
final class GitIsolation extends SystemReader.Delegate {
    private GitIsolation(SystemReader real) {
        super(real);
    }

    static synchronized void install() {
        SystemReader present = SystemReader.getInstance();
        // Another part of the process may have done the same.
        if (!present.getClass().getSimpleName().equals(GitIsolation.class.getSimpleName())) {
            SystemReader.setInstance(new GitIsolation(present));
        }
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        return new EmptyConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new EmptyConfig(parent, fs);
    }

    private static final class EmptyConfig extends FileBasedConfig {
        /** Copies that live for a minute are not to be tidied in the background. */
        EmptyConfig(Config parent, FS fs) {
            super(parent, null, fs);
            setBoolean(ConfigConstants.CONFIG_GC_SECTION, null, ConfigConstants.CONFIG_KEY_AUTODETACH, false);
            setInt(ConfigConstants.CONFIG_GC_SECTION, null, ConfigConstants.CONFIG_KEY_AUTO, 0);
            setInt(ConfigConstants.CONFIG_GC_SECTION, null, ConfigConstants.CONFIG_KEY_AUTOPACKLIMIT, 0);
        }

        @Override
        public void load() {
            // No file stands behind it.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
