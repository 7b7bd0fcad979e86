package hudson;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import org.jenkinsci.remoting.RoleSensitive;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

/** A file or directory of the machine that a build's steps run on, which here is always this one. */
public final class FilePath implements SerializableOnlyOverRemoting {
    private static final long serialVersionUID = 1L;

    private final String remote;

    /** Of this machine. */
    public FilePath(File localPath) {
        this.remote = localPath.getPath();
    }

    /** Something to do where the file is. */
    public interface FileCallable<T> extends Serializable, RoleSensitive {
        /** Does it. The channel leads back to whoever asked. */
        T invoke(File file, VirtualChannel channel) throws IOException, InterruptedException;
    }

    /** Does something where the file is, on the caller's thread, since nothing is remote here. */
    public <T> T act(FileCallable<T> callable) throws IOException, InterruptedException {
        return callable.invoke(new File(remote), new VirtualChannel() {});
    }

    /** Its path there. */
    public String getRemote() {
        return remote;
    }

    /** The last part of its path. */
    public String getName() {
        return new File(remote).getName();
    }

    /** A file beside it. */
    public FilePath sibling(String name) {
        return new FilePath(new File(new File(remote).getParentFile(), name));
    }
}
