package org.socketconsole.file;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.dispatch.Target;
import org.springframework.stereotype.Component;

import java.util.function.Supplier;

/// Calls on files. A file is entered when the call's turn has come, by the file itself.
@Component
class FileTarget implements Target<SocketFile> {

    private final FileRegistry files;

    FileTarget(FileRegistry files) {
        this.files = files;
    }

    @Override
    public Class<SocketFile> type() {
        return SocketFile.class;
    }

    @Override
    public SocketFile find(Call call) {
        return files.get(call);
    }

    @Override
    public @Nullable Object inside(SocketFile file, Call call, Supplier<@Nullable Object> body) {
        return body.get();
    }
}
