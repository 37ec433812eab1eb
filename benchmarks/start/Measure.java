import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a program, asks an address until it answers 200, ends the program, and prints the milliseconds between:
 * Measure ADDRESS COMMAND... Asking from a process that runs already takes next to nothing from what is measured.
 */
class Measure {
    public static void main(String[] args) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(new ArrayList<>(List.of(args))).redirectErrorStream(true);
        command.command().removeFirst();
        command.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        answers(args[0]); // so that all that asking needs is loaded
        long begin = System.nanoTime();
        Process process = command.start();
        while (!answers(args[0])) {
            if (!process.isAlive()) {
                throw new IOException("the program has ended: " + command.command());
            }
            Thread.sleep(10);
        }
        System.out.println((System.nanoTime() - begin) / 1_000_000);
        process.destroy();
        process.waitFor();
    }

    private static boolean answers(String address) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address).toURL().openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
