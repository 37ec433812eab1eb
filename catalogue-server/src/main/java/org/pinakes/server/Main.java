package org.pinakes.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.LogManager;
import org.apache.jena.sys.JenaSystem;
import org.jspecify.annotations.Nullable;
import org.pinakes.harvester.cli.HarmoniseCommand;
import org.pinakes.harvester.cli.MapCommand;
import org.pinakes.harvester.cli.ValidateCommand;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.InputProblem;
import org.pinakes.server.cli.CheckCommand;
import org.pinakes.server.cli.DemoCommand;
import org.pinakes.server.cli.ExportCommand;
import org.pinakes.server.cli.HarvestCommand;
import org.pinakes.server.cli.HistoryCommand;
import org.pinakes.server.cli.RebuildCommand;
import org.pinakes.server.cli.ServeCommand;
import org.pinakes.server.cli.Serving;
import org.pinakes.server.cli.TrainCommand;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The program. Exit codes of every command: 0 it is so, 1 it is not, 2 it could not be done. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        int code = commandLine(new DataFiles(home()), args).execute(args);
        // Server threads would keep the process alive; commands that serve return only when they are stopped.
        System.exit(code);
    }

    /**
     * The command that is asked for; all commands when none of them is, so that help can name them. Reading the options of
     * all takes as long as opening the store.
     */
    public static CommandLine commandLine(DataFiles files, String... args) {
        CommandSpec spec = CommandSpec.create().name("pinakes").version("Pinakes 0.1.0");
        spec.usageMessage().description("A FAIR catalogue and knowledge graph of cancer imaging datasets.");
        CommandLine line = new CommandLine(Serving.withHelp(spec));
        line.setOut(new PrintWriter(System.out, false, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        Map<String, Supplier<Object>> commands = commands(files);
        String wanted = args.length == 0 ? "" : args[0];
        Thread loading = loading();
        if (!Serving.COMMANDS.contains(wanted)) {
            await(loading);
        }
        line.setExecutionStrategy(parsed -> {
            await(loading);
            return new CommandLine.RunLast().execute(parsed);
        });
        commands.forEach((name, command) -> {
            if (name.equals(wanted) || !commands.containsKey(wanted)) {
                line.addSubcommand(name, command.get());
            }
        });
        line.setExecutionExceptionHandler((e, command, result) -> told(e, command));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    /**
     * Loads Jena, which takes time: for those who serve while their options are read. Two threads that begin to load it at once
     * wait for each other for ever, so nobody may touch it before this one has ended.
     */
    private static Thread loading() {
        Thread loading = new Thread(
                () -> {
                    // Libraries that log through java.util.logging have nothing to say that an operator could act on.
                    LogManager.getLogManager().reset();
                    JenaSystem.init();
                },
                "pinakes-jena");
        loading.start();
        return loading;
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, Supplier<Object>> commands(DataFiles files) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("demo", () -> DemoCommand.spec(files));
        commands.put("serve", () -> ServeCommand.spec(files));
        commands.put("harvest", () -> new HarvestCommand(files));
        commands.put("map", () -> new MapCommand(files));
        commands.put("harmonise", () -> new HarmoniseCommand(files, System.in, System.out));
        commands.put("validate", () -> new ValidateCommand(files));
        commands.put("export", () -> new ExportCommand(files));
        commands.put("history", () -> new HistoryCommand(files));
        commands.put("check", () -> new CheckCommand(files));
        commands.put("rebuild", () -> new RebuildCommand(files));
        commands.put("train", () -> new TrainCommand(files));
        return commands;
    }

    private static int told(Exception e, CommandLine command) {
        if (e instanceof InputProblem) {
            command.getErr().println("pinakes: " + e.getMessage());
        } else if (fullDisk(e)) {
            command.getErr()
                    .println("pinakes: there is no space left on the disk. Make some and start again; nothing that"
                            + " was published is lost.");
        } else {
            LoggerFactory.getLogger(Main.class).debug("Unexpected", e);
            command.getErr()
                    .println("pinakes: this should not have happened ("
                            + e.getClass().getSimpleName() + ": " + e.getMessage()
                            + "). Nothing that was published is lost. Please report it.");
        }
        return 2;
    }

    private static boolean fullDisk(@Nullable Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (String.valueOf(t.getMessage()).matches("(?s).*(No space left on device|unsafe memory access).*")) {
                return true;
            }
        }
        return false;
    }

    /** The project's folder: named by the launcher, else the nearest one above that holds the code lists. */
    private static Path home() {
        String named = System.getProperty("pinakes.home");
        if (named != null) {
            return Path.of(named).toAbsolutePath().normalize();
        }
        for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
            if (Files.isDirectory(p.resolve("ontology/codes"))) {
                return p;
            }
        }
        throw new UncheckedIOException(
                new IOException("the folder with ontology/, mappings/, shapes/ and queries/ was not found;"
                        + " start Pinakes by its launcher"));
    }
}
