/* The headers of the kernel that clash with those of the C library.
   Each is optional, as an older system may lack it. */
#if __has_include(<linux/socket.h>)
#include <linux/socket.h>
#endif
#if __has_include(<linux/in.h>)
#include <linux/in.h>
#endif
#if __has_include(<linux/in6.h>)
#include <linux/in6.h>
#endif
#if __has_include(<linux/icmp.h>)
#include <linux/icmp.h>
#endif
#if __has_include(<linux/icmpv6.h>)
#include <linux/icmpv6.h>
#endif
#if __has_include(<linux/if.h>)
#include <linux/if.h>
#endif
#if __has_include(<linux/if_arp.h>)
#include <linux/if_arp.h>
#endif
#if __has_include(<linux/ip.h>)
#include <linux/ip.h>
#endif
#if __has_include(<linux/ipv6.h>)
#include <linux/ipv6.h>
#endif
#if __has_include(<linux/tcp.h>)
#include <linux/tcp.h>
#endif
#if __has_include(<linux/udp.h>)
#include <linux/udp.h>
#endif
#if __has_include(<linux/un.h>)
#include <linux/un.h>
#endif
#if __has_include(<asm/socket.h>)
#include <asm/socket.h>
#endif
