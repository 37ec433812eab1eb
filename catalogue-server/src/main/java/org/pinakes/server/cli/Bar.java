package org.pinakes.server.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.pinakes.harvester.pass.Progress;

/** The progress bar on stderr: one for each step. */
final class Bar implements Progress, AutoCloseable {
    private @Nullable ProgressBar bar;
    private String step = "";

    @Override
    public void at(String what, long done, long total) {
        ProgressBar current = bar;
        if (!what.equals(step) || current == null) {
            close();
            step = what;
            current = new ProgressBarBuilder()
                    .setTaskName(what)
                    .setInitialMax(total == 0 ? -1 : total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(250)
                    .setConsumer(new ConsoleProgressBarConsumer(System.err, 90))
                    .build();
            bar = current;
        }
        if (total > 0) {
            current.maxHint(total);
            current.stepTo(done);
        }
    }

    @Override
    public void close() {
        ProgressBar current = bar;
        if (current != null) {
            current.close();
            bar = null;
        }
    }
}
