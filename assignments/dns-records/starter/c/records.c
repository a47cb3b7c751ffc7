/*
 * The DNS records of a domain. Build it with: gcc records.c -o records
 * (on macOS and older Linux systems: gcc records.c -o records -lresolv)
 */
#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <netinet/in.h>
#include <resolv.h>
#include <stdio.h>

#define DOMAIN "yahoo.com"

/* What to ask: the type of the records, and the name that has them. */
static const struct {
    int type;
    const char *shown;
    const char *name;
} questions[] = {
    {ns_t_a, "A", DOMAIN},
    {ns_t_aaaa, "AAAA", DOMAIN},
    {ns_t_cname, "CNAME", "www." DOMAIN},
    {ns_t_mx, "MX", DOMAIN},
    {ns_t_soa, "SOA", DOMAIN},
    {ns_t_srv, "SRV", "_sip._tcp." DOMAIN},
};

/* Prints the data of one record. It begins at `data`; names in it may point back into the message. */
static void print_data(int type, const unsigned char *message, const unsigned char *end, const unsigned char *data) {
    /* Step 1: A and AAAA: the data are the 4 or 16 bytes of an address. Print it with inet_ntop. */

    /* Step 2: CNAME and PTR: the data are a name. dn_expand(message, end, data, name, sizeof name) writes
     *         it as text into an array of NS_MAXDNAME characters, and returns how many bytes it took. */

    /* Step 3: MX: two bytes of preference, then a name. SRV: two bytes each of priority, weight and port,
     *         then a name. NS_GET16(number, data) reads two bytes and moves the pointer on. */

    /* Step 4: SOA: two names (primary server and mailbox), then five numbers of four bytes each, of which
     *         the serial number is the first: NS_GET32(number, data). */
}

static void ask(int type, const char *shown, const char *name) {
    unsigned char message[NS_MAXMSG];
    int length = res_query(name, ns_c_in, type, message, sizeof message);
    printf("%s records of %s\n", shown, name);
    if (length < 0) {
        /* Step 5: Say in words what happened. h_errno tells: HOST_NOT_FOUND means that there is no such
         *         name, NO_DATA that it has no such records, TRY_AGAIN that the resolver does not answer. */
        return;
    }

    const unsigned char *end = message + (length < (int)sizeof message ? length : (int)sizeof message);
    const unsigned char *at = message + NS_HFIXEDSZ;
    int count = ntohs(((HEADER *)message)->ancount);
    /* The question comes back first: a name, then type and class. */
    at += dn_skipname(at, end) + NS_QFIXEDSZ;

    for (int i = 0; i < count && at < end; i++) {
        /* Step 6: Read the record at `at`: a name (dn_skipname tells its length), type and class (NS_GET16
         *         each), TTL (NS_GET32), and the length of the data (NS_GET16). Then the data follow. */

        /* Step 7: Print its TTL, and its data with print_data. Take the type that you have read: behind an
         *         alias, records of another type than the one asked for may come. */

        /* Step 8: Move `at` behind the data, to the next record. */
    }
}

int main(void) {
    for (size_t i = 0; i < sizeof questions / sizeof questions[0]; i++) {
        ask(questions[i].type, questions[i].shown, questions[i].name);
    }

    /* Step 9: Ask for the name of each address that came with the question A: the name that belongs to
     *         192.0.2.7 is kept under 7.2.0.192.in-addr.arpa, with the type ns_t_ptr. */

    return 0;
}
