import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;

/** Prints the records of a domain with the DNS provider that comes with Java (JNDI). */
public class DnsRecords {
    private static DirContext dns;

    public static void main(String[] args) throws NamingException {
        Hashtable<String, String> settings = new Hashtable<>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        settings.put(Context.PROVIDER_URL, "dns:");
        dns = new InitialDirContext(settings);

        String domain = args.length > 0 ? args[0] : "yahoo.com";
        Attribute addresses = print(domain, "A");
        print(domain, "AAAA");
        print("www." + domain, "CNAME");
        print(domain, "MX");
        print(domain, "SOA");
        print("_sip._tcp." + domain, "SRV");
        if (addresses != null) {
            String[] parts = addresses.get(0).toString().split("\\.");
            print(parts[3] + "." + parts[2] + "." + parts[1] + "." + parts[0] + ".in-addr.arpa", "PTR");
        }
    }

    private static Attribute print(String name, String type) {
        try {
            Attribute found = dns.getAttributes(name, new String[] {type}).get(type);
            if (found == null) {
                System.out.println(type + "\t" + name + "\tno records");
                return null;
            }
            NamingEnumeration<?> values = found.getAll();
            while (values.hasMore()) {
                System.out.println(type + "\t" + name + "\t" + values.next());
            }
            return found;
        } catch (NameNotFoundException e) {
            System.out.println(type + "\t" + name + "\tno such name");
        } catch (NamingException e) {
            System.out.println(type + "\t" + name + "\t" + e.getMessage());
        }
        return null;
    }
}
