import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.directory.Attributes;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;

/** The DNS records of a domain. Java asks for them through its naming interface, JNDI. */
public class Records {
    static final String DOMAIN = "yahoo.com";

    /** What to ask: the type of the records, and the name that has them. */
    static final String[][] QUESTIONS = {
        {"A", DOMAIN},
        {"AAAA", DOMAIN},
        {"CNAME", "www." + DOMAIN},
        {"MX", DOMAIN},
        {"SOA", DOMAIN},
        {"SRV", "_sip._tcp." + DOMAIN},
    };

    public static void main(String[] args) throws Exception {
        Hashtable<String, String> settings = new Hashtable<>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        // No server behind the colon: the one that the system is set up with.
        settings.put(Context.PROVIDER_URL, "dns:");
        DirContext resolver = new InitialDirContext(settings);

        for (String[] question : QUESTIONS) {
            System.out.println(question[0] + " records of " + question[1]);

            // Step 1: Ask for the records: resolver.getAttributes(name, new String[] {type}) returns
            //         Attributes, and its get(type) the records of this type, or null if there are none.

            // Step 2: Print every record, in a line of its own: an Attribute has size() records, and
            //         get(i) is one of them.

            // Step 3: What if the domain does not exist (NameNotFoundException), has no records of this
            //         type, or the resolver does not answer (CommunicationException)? All these are
            //         NamingExceptions. Say in words what happened, and go on with the next question.
        }

        // Step 4: Take the addresses from the answer to the question A. The name of 192.0.2.7 is asked
        //         for with the type PTR and the name 7.2.0.192.in-addr.arpa: the numbers turned round.

        // Step 5: JNDI does not tell the TTL of the records. If you want it, write the question yourself
        //         (RFC 1035, section 4): a DatagramPacket to port 53 of the resolver in /etc/resolv.conf.
    }
}
