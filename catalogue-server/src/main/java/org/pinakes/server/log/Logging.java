package org.pinakes.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.Logger;

/**
 * Warnings to stderr and Pinakes' own news; query texts are nobody's business. Stated in code, because reading it from XML
 * is a tenth of a start. An operator's own file, named by {@code -Dlogback.configurationFile}, goes before.
 */
public final class Logging extends ContextAwareBase implements Configurator {

    @Override
    public ExecutionStatus configure(LoggerContext logs) {
        if (System.getProperty("logback.configurationFile") != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        PatternLayoutEncoder line = new PatternLayoutEncoder();
        line.setContext(logs);
        line.setPattern("%d{HH:mm:ss} %-5level %logger{0}: %msg%n");
        line.start();
        ConsoleAppender<ILoggingEvent> stderr = new ConsoleAppender<>();
        stderr.setContext(logs);
        stderr.setTarget("System.err");
        stderr.setEncoder(line);
        stderr.start();
        logs.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(stderr);
        logs.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        logs.getLogger("org.pinakes").setLevel(Level.INFO);
        logs.getLogger("io.javalin").setLevel(Level.OFF);
        logs.getLogger("org.apache.jena.fuseki").setLevel(Level.ERROR);
        // A number that is none is a finding with its place; each comparison would tell it once more.
        logs.getLogger("org.apache.jena.sparql.expr").setLevel(Level.ERROR);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
