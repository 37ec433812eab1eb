import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.tdb2.TDB2Factory;

/** Stock Fuseki over a TDB2 database and nothing else: Fuseki DIRECTORY PORT. */
class Fuseki {
    public static void main(String[] args) {
        FusekiServer.create()
                .port(Integer.parseInt(args[1]))
                .loopback(true)
                .add("/ds", TDB2Factory.connectDataset(args[0]))
                .build()
                .start();
    }
}
