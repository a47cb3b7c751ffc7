/* gcc records.c -o records -lresolv */
#include <stdio.h>
#include <netinet/in.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <resolv.h>

static void ask(const char *name, int type, const char *label)
{
    static unsigned char answer[65536];
    char text[1024];
    ns_msg message;
    ns_rr record;
    int i, length = res_query(name, ns_c_in, type, answer, sizeof answer);

    if (length < 0) {
        printf("%s %s: %s\n", name, label, hstrerror(h_errno));
        return;
    }
    if (ns_initparse(answer, length, &message) < 0) {
        printf("%s %s: bad answer\n", name, label);
        return;
    }
    for (i = 0; i < ns_msg_count(message, ns_s_an); i++) {
        if (ns_parserr(&message, ns_s_an, i, &record) < 0)
            continue;
        ns_sprintrr(&message, &record, NULL, NULL, text, sizeof text);
        printf("%s\n", text);
    }
}

int main(int argc, char **argv)
{
    const char *domain = argc > 1 ? argv[1] : "yahoo.com";
    char www[256];

    res_init();
    ask(domain, ns_t_a, "A");
    ask(domain, ns_t_aaaa, "AAAA");
    snprintf(www, sizeof www, "www.%s", domain);
    ask(www, ns_t_cname, "CNAME");
    ask(domain, ns_t_mx, "MX");
    ask(domain, ns_t_soa, "SOA");
    return 0;
}
